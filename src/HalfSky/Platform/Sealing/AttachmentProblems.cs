using HalfSky.Kernel;

namespace HalfSky.Platform.Sealing;

/// <summary>Why an upload is refused. Texts say what to do.</summary>
public static class AttachmentProblems
{
    /// <summary>Over the limit.</summary>
    public static readonly Problem TooBig = new("file.too-big", "文件超过 10 MB，没有上传。照片请用手机重新拍或选小一点的；文档请拆成几份，或另存为较小的 PDF。", "file");

    /// <summary>Nothing in it.</summary>
    public static readonly Problem Empty = new("file.empty", "文件是空的，没有上传。请重新选一个。", "file");

    /// <summary>The connection broke.</summary>
    public static readonly Problem Interrupted = new("file.interrupted", "上传到一半断了，没有保存。请检查网络后再传一次。", "file");

    /// <summary>Named like a picture, is none.</summary>
    public static readonly Problem NotAPicture = new("file.not-a-picture", "文件的名字是图片，内容却不是图片，没有上传。请用手机拍照，或选一张真正的照片。", "file");

    /// <summary>Named like a document, is none.</summary>
    public static readonly Problem NotADocument = new("file.not-a-document", "文件的名字是文档，内容却对不上，没有上传。请在原来的软件里打开它，另存为 PDF、docx 或 xlsx 后再传。", "file");

    /// <summary>A program, by whatever name.</summary>
    public static readonly Problem Program = new("file.program", "这是一个程序，不是照片或文档，没有上传。来历不明的程序请不要打开。", "file");

    /// <summary>A program named like a picture.</summary>
    public static readonly Problem ProgramAsPicture = new("file.program", "文件的名字是图片，内容却不是图片，而是一个程序，没有上传。来历不明的文件请不要打开。", "file");

    /// <summary>A kind that is not taken.</summary>
    public static readonly Problem UnknownKind = new("file.kind", "只收照片（jpg、png、webp）、PDF、Word（docx）和 Excel（xlsx）。请另存为其中一种再传。", "file");

    /// <summary>.doc, .xls, or with a password.</summary>
    public static readonly Problem OldOffice = new("file.old-office", "这是旧格式（doc、xls）或加了密码的文档。请用 WPS 或 Office 打开，去掉密码，另存为 docx 或 xlsx 再传。", "file");

    /// <summary>With macros.</summary>
    public static readonly Problem Macros = new("file.macros", "文档里带有宏（小程序），没有上传。请另存为不带宏的 docx 或 xlsx 再传。", "file");

    /// <summary>Apple's pictures.</summary>
    public static readonly Problem Heic = new("file.heic", "这是苹果手机的 HEIC 照片，很多电脑打不开。请在手机“设置—相机—格式”里选“兼容性最佳”，或转成 jpg 再传。", "file");

    /// <summary>A picture that ends too early.</summary>
    public static readonly Problem DamagedPicture = new("file.damaged", "照片不完整或已损坏，没有上传。请重新拍一张或重新选一次。", "file");
}
