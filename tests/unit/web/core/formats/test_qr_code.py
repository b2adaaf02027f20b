"""QR codes: the same modules as a well-known encoder draws."""

from __future__ import annotations

import random
import string

import pytest
import qrcode
from qrcode.constants import ERROR_CORRECT_L
from qrcode.util import MODE_8BIT_BYTE, QRData

from tests.support.js_engine import Engine

LETTERS = string.ascii_letters + string.digits + "-_"
# Around the border of every version with one, two or more blocks, marks, and a version of its own.
LENGTHS = (1, 17, 18, 32, 53, 78, 106, 134, 154, 155, 192, 230, 231, 271, 321, 367, 425, 458, 520, 586, 644, 718, 792,
           858, 929, 1003, 1091, 1171, 1273)  # fmt: skip


@pytest.mark.parametrize("length", LENGTHS)
def test_a_code_is_what_another_encoder_draws(length: int, engine: Engine) -> None:
    text = "".join(random.Random(length).choices(LETTERS, k=length))
    other = qrcode.QRCode(error_correction=ERROR_CORRECT_L, mask_pattern=0, border=0)
    other.add_data(QRData(text.encode(), mode=MODE_8BIT_BYTE))
    other.make(fit=True)
    assert engine.call("qrOf(text)", text=text) == other.get_matrix()


def test_what_is_too_long_has_no_code(engine: Engine) -> None:
    assert engine.call("qrOf(text)", text="x" * 1274) is None
