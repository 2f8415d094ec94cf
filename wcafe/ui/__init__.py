"""The facilitator's desk: a window with six workspaces. The only place that knows Qt."""

from wcafe.ui.immortal import spare_constants

spare_constants()  # at import, as it must come before the first call into Qt
