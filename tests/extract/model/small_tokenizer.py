"""A tokenizer small enough to read: whole words it knows, letters of those it does not."""

from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

KNOWN = ["said", "the", "minister", "rules", "are", "coming", "she", "he"]


def small_tokenizer() -> Tokenizer:
    """Works as the model's own does, over a vocabulary of letters and a few words."""
    letters = [chr(c) for c in range(33, 127)]
    pieces = ["[UNK]", *KNOWN, *letters, *("##" + c for c in letters)]
    vocabulary = {piece: k for k, piece in enumerate(dict.fromkeys(pieces))}
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))  # noqa: S106
    tokenizer.normalizer = normalizers.BertNormalizer()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return tokenizer
