using HalfSky.Kernel;

namespace HalfSky.Platform.Data;

/// <summary>What the database cannot do just now.</summary>
public static class DataProblems
{
    /// <summary>Lock not had after three attempts.</summary>
    public static readonly Problem Busy = new("data.busy", "同时在存的人太多，这一次没有存上。您写的都还在，请再按一次“存下”。");

    /// <summary>Disk full or not writable.</summary>
    public static readonly Problem Full = new("data.full", "电脑的磁盘满了，这一次没有存上，您写的都还在。请管理员清出空间后再存。");

    /// <summary>Written by a newer program.</summary>
    public static readonly Problem Newer = new("data.newer", "这个数据文件夹是更新版本的程序写的，本程序不能打开，没有动它。请换用新版本的程序；一定要用旧版本，请恢复升级前的备份。");

    /// <summary>Another process is changing the schema.</summary>
    public static readonly Problem Upgrading = new("data.upgrading", "另一个半边天程序正在升级这个数据文件夹。请等它做完再启动。");
}
