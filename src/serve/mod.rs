//! Shows the latest compilation to a browser: the preview server.
