"""The metrics of a scope as of the end of a period: read in some thirty statements, computed in `domain/metrics`."""

from mentordesk.services.metrics.reading import read as read
