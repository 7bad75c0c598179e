using HalfSky.Kernel;

namespace HalfSky.Platform.Sheets.Reading;

/// <summary>Why a file from outside is not read, and what its owner can do.</summary>
internal static class SourceProblems
{
    private const string CopyOver = "请用 Excel 或 WPS 打开，把内容复制到新建的工作簿，保存后再导入。";

    public static Problem Empty { get; } = new("file.empty", "这个文件里没有内容，请检查是不是选错了文件。", "file");
    public static Problem Bomb { get; } = new("file.bomb", "这个文件解压后大得不正常，没有读取。" + CopyOver, "file");
    public static Problem TooManyEntries { get; } = new("file.bomb", "这个文件里打包的东西太多，没有读取。" + CopyOver, "file");
    public static Problem Encrypted { get; } = new("file.encrypted", "这个文件设了密码或工作簿保护，读不出来。请用 Excel 或 WPS 打开，去掉密码和工作簿保护，另存后再导入。", "file");
    public static Problem Macro { get; } = new("file.macro", "这个文件里有宏，为了安全没有读取。请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”，去掉宏后再导入。", "file");
    public static Problem Linked { get; } = new("file.external", "这个文件连着别的工作簿。请用 Excel 或 WPS 打开，在“数据 → 编辑链接”里断开全部链接，另存后再导入。", "file");
    public static Problem Connected { get; } = new("file.external", "这个文件带有数据连接或查询。请用 Excel 或 WPS 打开，在“数据 → 查询和连接”里全部删除，另存后再导入。", "file");
    public static Problem Embedded { get; } = new("file.external", "这个文件里嵌着别的文件或控件。请用 Excel 或 WPS 打开，删去嵌入的对象和控件（或只把单元格复制到新建的工作簿），另存后再导入。", "file");
    public static Problem CallsOut { get; } = new("file.external", "表里有公式要从别处取数。请选中这些格子，复制后“选择性粘贴 → 数值”，另存后再导入。", "file");
    public static Problem Entities { get; } = new("file.entities", "这个文件里有不该出现的外部定义，为了安全没有读取。" + CopyOver, "file");
    public static Problem NotATable { get; } = new("file.format", "这不是表格文件。请选择 Excel、WPS 保存的 .xlsx 或 .xls，或者 .csv 文本。", "file");
    public static Problem OtherTable { get; } = new("file.format", "这种表格格式读不了。请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”后再导入。", "file");
    public static Problem Unreadable { get; } = new("file.unreadable", "这个文件打不开，可能没有下载完整或已经损坏。请用 Excel 或 WPS 打开看看，另存为 .xlsx 后再导入。", "file");

    public static Problem TooLarge(long most) =>
        new("file.large", $"文件太大（最多 {most >> 20} MB）。请删去图片和不用的工作表，或者拆成几个文件分开导入。", "file");

    public static Problem TooManyCells(int most) => new("file.large", $"表里的内容太多（最多 {most / 10_000} 万格）。请拆成几个文件分开导入。", "file");

    public static Problem TooManySheets(int most) => new("file.large", $"工作表太多（最多 {most} 张）。请删去不用的工作表，或者拆成几个文件分开导入。", "file");

    /// <summary>A text file whose quotes do not pair; the sentence names the line.</summary>
    public static Problem Quotes(string sentence) => new("file.unreadable", sentence, "file");
}
