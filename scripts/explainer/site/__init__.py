"""What readers get: pages, data, pictures. Importing this package gives the catalog its kinds."""

from . import kinds

__all__ = ["kinds"]
