"""From public data to the weights that ship: each step is one command."""
