"""P20: a trouble-maker in the network slows the phones and takes nothing from them (short form).

How late the desk is and how long saving takes is told, and asserted by `tests.bench.trouble`
alone: on a busy machine a figure of time says nothing.
"""

import pytest

from tests.bench.trouble import tell, trouble
from tests.bench.troubling import SLOW


@pytest.mark.usefixtures("qapp")  # a lesser Qt would be in the way of all windows after it
def test_phones_save_beside_slow_sockets_and_bad_requests(tmp_path, figure):
    told = trouble(tmp_path, 5)

    assert told["slow"] >= SLOW  # each of them was closed by the station
    assert told["bad"] > 100
    assert told["odd"] == 0
    assert told["refused"] == 0
    assert told["kept"] == len(told["saved"]) >= 10
    figure(tell(told))
