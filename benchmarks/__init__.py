"""How fast Onrecord is, and how much it needs: measured, written down, and never asserted."""
