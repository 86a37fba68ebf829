"""Parts that pages share; none of them knows a page or a service."""
