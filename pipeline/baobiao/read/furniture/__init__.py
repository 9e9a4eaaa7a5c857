"""What a web page or a printer put around a report: recognised, kept in the text, and no source of facts."""
