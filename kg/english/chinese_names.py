"""Chinese personal names in Latin letters: the surname first, one or two syllables after it.

Comes in: words. Goes out: whether they can be such a name.
"""

import re

from kg.english.offices import word_set

# The hundred-odd surnames that nearly all people carry (census order does not matter here).
SURNAMES = word_set("""
    ai an bai ban bao bi bian bo cai cao cen chai chang che chen cheng chi chu cui dai dang deng
    di ding dong dou du duan fan fang fei feng fu gan gao ge geng gong gou gu guan guo han hao he
    hong hou hu hua huang huo ji jia jian jiang jiao jin jing ju kang ke kong kuang lai lan lang
    lei leng li lian liang liao lin ling liu long lou lu luo lv ma mao mei meng mi miao min ming
    mo mou mu nie ning niu ou ouyang pan pang pei peng pi ping pu qi qian qiao qin qiu qu quan
    ran rao ren rong ruan sha shan shang shao shen sheng shi shu shui sima situ song su sui sun
    tan tang tao teng tian tong tu wan wang wei wen weng wu xi xia xiang xiao xie xin xing xiong
    xu xuan xue yan yang yao ye yi yin ying you yu yuan yue yun zang zeng zha zhai zhan zhang
    zhao zheng zhong zhou zhu zhuang zhuge zhuo zi zong zou zuo
    """)  # fmt: skip
_SYLLABLE = (
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ueng|iao|ian|ing|uai|uan|ang|eng|ong|ai|ei|ao|ou|an|en|er|ia|ie|iu|in|ua"
    r"|uo|ui|un|ue|a|o|e|i|u|v|ü))"
)
_GIVEN = re.compile(rf"{_SYLLABLE}(?:['’-]?{_SYLLABLE})?", re.IGNORECASE)
CANDIDATE = re.compile(r"(?<![\w-])[A-Z][a-z]+\s[A-Z][a-zü]+(?:['’-]?[a-z]+)?(?![\w-])")


def is_chinese_name(name: str) -> bool:
    """Whether a name reads as surname and given name in pinyin ("Lei Jun", "Ouyang Xiaodan")."""
    words = name.split()
    return (
        len(words) == 2
        and words[0].lower() in SURNAMES
        and _GIVEN.fullmatch(words[1]) is not None
        and words[1].lower() not in _NO_GIVEN_NAMES
    )


# English words that happen to be two syllables of pinyin.
_NO_GIVEN_NAMES = frozenset({"china", "online", "shanghai", "beijing", "henan", "hunan", "taiwan"})
