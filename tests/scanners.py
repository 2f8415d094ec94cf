"""Scanners that type for an American keyboard, on computers that have another."""

AMERICAN = "`1234567890-=qwertyuiop[]asdfghjkl;'zxcvbnm,./"
SHIFTED = '~!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?'
KEYBOARDS = {  # the same keys in the same order: as they are, and with the shift key
    "French on Windows": (
        "²&é\"'(-è_çà)=azertyuiop^$qsdfghjklmùwxcvbn,;:!",
        "~1234567890°+AZERTYUIOP¨£QSDFGHJKLM%WXCVBN?./§",
    ),
    "French on a Mac": (
        "@&é\"'(§è!çà)-azertyuiop^$qsdfghjklmùwxcvbn,;:=",
        "#1234567890°_AZERTYUIOP¨*QSDFGHJKLM%WXCVBN?./+",
    ),
    "German": (
        "^1234567890ß´qwertzuiopü+asdfghjklöäyxcvbnm,.-",
        '°!"§$%&/()=?`QWERTZUIOPÜ*ASDFGHJKLÖÄYXCVBNM;:_',
    ),
    "Spanish": (
        "º1234567890'¡qwertyuiop`+asdfghjklñ´zxcvbnm,.-",
        'ª!"·$%&/()=?¿QWERTYUIOP^*ASDFGHJKLÑ¨ZXCVBNM;:_',
    ),
}


def typed_for(keyboard, text, *, held=False):
    """What arrives where a scanner presses the keys of an American keyboard for `text`."""
    plain, shifted = KEYBOARDS[keyboard]
    said = ""
    for letter in text:
        if letter in AMERICAN:
            said += (shifted if held else plain)[AMERICAN.index(letter)]
        else:
            said += shifted[SHIFTED.index(letter)]
    return said
