"""The record as a local web application: pages that travel through the days, with the exact words behind every line."""
