"""Word and WPS documents: .docx, .doc, .wps, .rtf."""
