"""The record as one file to send: HTML or Markdown, with the words of each report that it quotes."""
