using HalfSky.Kernel;

namespace HalfSky.Platform.Sheets.Forms;

/// <summary>What is refused about workbooks from above and the forms made of them; each says what to do.</summary>
public static class WorkbookProblems
{
    /// <summary>No workbook was chosen.</summary>
    public static readonly Problem NoFile = new("workbook.file", "请选一张空表（.xlsx）。", "file");

    /// <summary>Not a workbook.</summary>
    public static readonly Problem NotAWorkbook = new("workbook.format", "这不是能读的 .xlsx 表格。旧的 .xls 请在 WPS 或 Excel 里“另存为”.xlsx 再选；加了密码的请先去掉密码。", "file");

    /// <summary>A workbook that reaches out.</summary>
    public static readonly Problem ReachesOut = new("workbook.links", "这张表连着别的文件或网络，为安全不能收。请在 WPS 或 Excel 里“断开链接”，或把内容复制到一张新表里再选。", "file");

    /// <summary>A workbook that is too large.</summary>
    public static readonly Problem TooLarge = new("workbook.large", "这张表太大，请只留要填的那一张工作表再选。", "file");

    /// <summary>The workbook is not there.</summary>
    public static readonly Problem FileGone = new("workbook.file-gone", "原来的表格找不到了，请管理员从备份里恢复附件。");

    /// <summary>No heads were found.</summary>
    public static readonly Problem NoHeads = new("workbook.heads", "没有找到表头。表头要有两列以上，写在内容的上面一行；请看一下再选。", "file");

    /// <summary>Nothing that could be filled was found.</summary>
    public static readonly Problem NoBlock = new("form.block", "表里没有找到要填的地方。要有一行表头（三列以上）、下面留几行空行，或者“填报单位：”这样的格子；请看一下再选。", "file");

    /// <summary>The form is not bound to anything.</summary>
    public static readonly Problem NothingBound = new("form.nothing", "一列、一格都没有选填什么，请先选再存。", "fills");

    /// <summary>A form without a name.</summary>
    public static readonly Problem NoName = new("form.name", "请给这张表起个名字，最多 60 个字。", "name");

    /// <summary>Two forms of one name.</summary>
    public static readonly Problem SameName = new("form.same-name", "这本台账已经有一张表叫这个名字，请换一个，或者先删掉原来那张。", "name");

    /// <summary>A block that lies wrongly.</summary>
    public static readonly Problem BadRows = new("form.rows", "内容从第几行到第几行不对：要在表头下面，末行不能在首行上面，几块不能重叠。", "rows");

    /// <summary>Too many rows for a form.</summary>
    public static readonly Problem TooManyRows = new("form.many", "超过 20000 行，这张表放不下。请选一个镇、一个村，或者缩短时间；要全部的请用普通导出。");

    /// <summary>She may not see names and sealed fields in full.</summary>
    public static readonly Problem NotUnsealed = new("export.unmasked", "您不能导出全名和加密的项，请导出打码的，或者请有权限的人来办。", "unmasked");

    /// <summary>A place or days that cannot be read.</summary>
    public static readonly Problem NoPlace = new("form.place", "没有这个地点，请从列表里选。", "place");

    /// <summary>Nobody knows the measure typed.</summary>
    public static Problem NoMeasure(string typed) => new("form.measure", $"没有叫“{(typed.Length > 20 ? typed[..20] + "…" : typed)}”的数字。请从提示里选，或者写它的编号。", "other");
}
