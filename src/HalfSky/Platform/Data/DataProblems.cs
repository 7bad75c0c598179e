using HalfSky.Kernel;

namespace HalfSky.Platform.Data;

/// <summary>What the database cannot do just now.</summary>
public static class DataProblems
{
    /// <summary>Lock not had after three attempts.</summary>
    public static readonly Problem Busy = new("data.busy", "同时在存的人太多，这一次没有存上。您写的都还在，请再按一次“存下”。");

    /// <summary>Disk full or not writable.</summary>
    public static readonly Problem Full = new("data.full", "电脑的磁盘满了，这一次没有存上，您写的都还在。请管理员清出空间后再存。");
}
