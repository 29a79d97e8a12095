"""Reading in a process of its own: a hostile or broken file can neither freeze nor end the program."""

from cxsurvey.reader.child import WarmReader
from cxsurvey.reader.parent import inspect_in_child, read_design_in_child, read_in_child

__all__ = ["WarmReader", "inspect_in_child", "read_design_in_child", "read_in_child"]
