using HalfSky.Kernel;

namespace HalfSky.Platform.Sealing;

/// <summary>What the key ring refuses. Texts say what to do.</summary>
public static class SealingProblems
{
    /// <summary>Ring without its master key.</summary>
    public static readonly Problem NoMasterKey = new("keys.no-master", "数据文件夹里缺少主密钥 keys/master.key，加密内容打不开。请放回这个文件，或用首次使用时打印的恢复码运行 halfsky restore --keys。");

    /// <summary>Database without the ring.</summary>
    public static readonly Problem NoRing = new("keys.no-ring", "数据文件夹里缺少密钥环 keys/ring.json，加密内容打不开。请从最近一次备份里取回这个文件，程序不会另造新密钥。");

    /// <summary>Master key of another installation.</summary>
    public static readonly Problem WrongMasterKey = new("keys.wrong-master", "主密钥 keys/master.key 与密钥环对不上，可能是另一台机器的。请放回原来的文件，或用恢复码恢复。");

    /// <summary>ring.json cannot be read.</summary>
    public static readonly Problem DamagedRing = new("keys.damaged", "密钥环 keys/ring.json 读不出来，文件已损坏。请从最近一次备份里取回这个文件。");

    /// <summary>The code itself is not well formed.</summary>
    public static readonly Problem MistypedCode = new("keys.code-mistyped", "恢复码输错了：应是 24 个字母和数字，请对照打印的恢复单逐组核对。", "code");

    /// <summary>The code is well formed but another ring's.</summary>
    public static readonly Problem WrongCode = new("keys.code-wrong", "这个恢复码不是这份数据的，或者后来换过新码。请找最近打印的那一张恢复单。", "code");

    /// <summary>Nobody has printed a recovery sheet.</summary>
    public static readonly Problem NoCode = new("keys.code-none", "这份数据没有打印过恢复码，只能用原来的 keys/master.key 打开。", "code");
}
