"""The gate, the preview and the editions, as the desk sees them."""
