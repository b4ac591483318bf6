"""The newsroom's pages, one module for each noun."""
