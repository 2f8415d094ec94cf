"""Addresses of cafés on a server: read, written, and never told with their password."""

import pytest

from wcafe.domain.shared_address import SharedAddress, is_address, key_of, without_password
from wcafe.errors.sharing import BadAddress, BadKey, BadOption

PASSWORD = "S3cr@t:w/rd?"


@pytest.mark.parametrize(
    "text",
    [
        "postgresql://ana@hall/wcafe?cafe=congres",
        "postgresql://ana@hall:5433/wcafe?sslrootcert=/etc/hall.crt",
        "postgresql://ana@/wcafe?host=/run/postgresql&port=5433&cafe=congres-2",
        "postgresql://ana%40asso@[fd00::1]:5432/wcafe?sslmode=verify-full",
    ],
)
def test_an_address_is_written_as_it_was_read(text):
    assert str(SharedAddress.parse(text)) == text


def test_a_password_is_read_and_told_nowhere():
    address = SharedAddress.parse("postgresql://ana:s3cret%2F%40@hall/wcafe?cafe=congres")

    assert address.password == "s3cret/@"
    assert not [told for told in (str(address), repr(address), str(address.name)) if "s3" in told]
    assert address == SharedAddress.parse(str(address))


@pytest.mark.parametrize(
    "text",
    [
        "http://hall/wcafe",
        "postgresql:/hall/wcafe",
        "postgresql://hall:port/wcafe",
        "postgresql://hall/wcafe?café=x",
        "postgresql://hall/wcafe#x",
        "postgresql://a..b/wcafe",
        "postgresql://[hall/wcafe",
    ],
)
def test_what_is_no_address_is_refused_and_no_file_is_looked_for(text):
    assert is_address(text)
    with pytest.raises(BadAddress):
        SharedAddress.parse(text)


def test_an_option_that_nobody_knows_is_named_and_what_it_says_is_not():
    with pytest.raises(BadOption) as caught:
        SharedAddress.parse("postgresql://hall/wcafe?sslmod=s3cret&cafe=rue")

    assert caught.value.describe().startswith("“sslmod” is not known in an address of a server.")
    assert "sslmode" in caught.value.describe()
    assert "s3cret" not in caught.value.describe()


@pytest.mark.parametrize("text", ["summer.wcafe", "C:\\cafés\\été.wcafe", "a/b: c.wcafe", "é://x"])
def test_a_file_is_no_address(text):
    assert not is_address(text)


@pytest.mark.parametrize("key", ["Été", 'a"; DROP', "a b", "x" * 60, "%s"])
def test_a_name_that_no_schema_has_is_refused(key):
    with pytest.raises(BadKey):
        SharedAddress.parse(f"postgresql://hall/wcafe?cafe={key}")


@pytest.mark.parametrize("title", ["Quartier 2030 : l’été", "会議", "x" * 300, "-_-", "Ça va ?"])
def test_each_title_has_a_name_that_an_address_takes(title):
    key = key_of(title)

    assert SharedAddress.parse(f"postgresql://hall/wcafe?cafe={key}-999").cafe == f"{key}-999"


@pytest.mark.parametrize(
    "text",
    [
        f"postgresql://ana:{PASSWORD}@hall/wcafe",
        f"postgresql://ana:{PASSWORD}@hall/wcafe?cafe=É",
        f"postgresql://hall/wcafe?user=ana&password={PASSWORD}",
        f"postgresql://hall/wcafe?sslpassword={PASSWORD}&cafe=x",
        f"postgresql://ana:{PASSWORD.replace('@', '')}/wcafe",
        "postgresql://ana:12/S3cr@hall/wcafe",
        f"unrecognized arguments: postgresql://ana:{PASSWORD}@hall/wcafe more",
    ],
)
def test_a_sentence_about_an_address_is_without_its_password(text):
    told = without_password(text)
    with pytest.raises((BadAddress, BadKey)) as caught:
        SharedAddress.parse(text)

    for said in (told, str(caught.value)):
        assert "S3cr" not in said
        assert "w/rd" not in said
    assert "hall" in told or "ana" in told
