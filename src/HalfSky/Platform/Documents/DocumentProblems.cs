using HalfSky.Kernel;

namespace HalfSky.Platform.Documents;

/// <summary>Why a document cannot be read. Texts say what to do.</summary>
public static class DocumentProblems
{
    /// <summary>Something else, by whatever name.</summary>
    public static readonly Problem NotWord = new("document.not-word", "这不是 Word 文档（.docx）。请用 Word 或 WPS 打开它，另存为 .docx 再选。", "file");

    /// <summary>.doc or .wps.</summary>
    public static readonly Problem Old = new("document.old", "这是旧格式的文档（.doc 或 .wps）。请用 Word 或 WPS 打开它，另存为 .docx 再选。", "file");

    /// <summary>With a password.</summary>
    public static readonly Problem Locked = new("document.locked", "这份文档加了密码，读不了。请打开它，去掉密码，另存一份再选。", "file");

    /// <summary>Over the limit.</summary>
    public static readonly Problem TooLarge = new("document.too-large", "文档超过 20 MB。请删掉里面的照片，另存一份再选。", "file");

    /// <summary>Small, but endless when unpacked; or endless as it is.</summary>
    public static readonly Problem Bloated = new("document.bloated", "文档展开以后太大，没有读。请新建一份 .docx，只把文字和表格复制进去再选。", "file");

    /// <summary>Cut short, or with parts no office program writes.</summary>
    public static readonly Problem Damaged = new("document.damaged", "文档坏了，读不出来。请用 Word 或 WPS 打开它看看是否完整，另存为 .docx 再选。", "file");

    /// <summary>Not in any writing.</summary>
    public static readonly Problem NotText = new("document.not-text", "这不是文本文件，读不出字来。请在记事本里打开它，另存为 .txt（编码选 UTF-8）再选；Word 文档请选 .docx。", "file");
}
