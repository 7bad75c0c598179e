using HalfSky.Kernel;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace HalfSky.Platform.Data;

/// <summary>What a failing disk or database says to the person in front of the screen.</summary>
public static class StorageProblems
{
    private const int NoSpaceOnUnix = 28, OverQuotaOnUnix = 122;
    private const int DiskFullOnWindows = unchecked((int)0x80070070), HandleDiskFullOnWindows = unchecked((int)0x80070027);
    private const int SqliteBusy = 5, SqliteReadOnly = 8, SqliteIoError = 10, SqliteCorrupt = 11, SqliteFull = 13, SqliteNotADatabase = 26;

    /// <summary>No space left.</summary>
    public static readonly Problem Full = new("storage.full", "服务器的磁盘满了，这次没有保存，填的内容还在页面上。请管理员腾出空间后再存一次。");

    /// <summary>Cannot be written or read.</summary>
    public static readonly Problem Failed = new("storage.failed", "服务器的磁盘读写出错，这次没有保存，填的内容还在页面上。请稍后再存一次；再出错请找管理员。");

    /// <summary>Somebody else is writing for too long.</summary>
    public static readonly Problem Busy = new("storage.busy", "现在存的人太多，这次没有保存，填的内容还在页面上。请过几秒再存一次。");

    /// <summary>The database file is damaged.</summary>
    public static readonly Problem Damaged = new("storage.damaged", "数据库文件有损坏，这次没有保存。请管理员运行 halfsky check，并准备用备份恢复。");

    /// <summary>The problem behind an exception, looking through the ones wrapped around it; null when it is not the storage's fault.</summary>
    public static Problem? Of(Exception? error) => error switch
    {
        null => null,
        SqliteException { SqliteErrorCode: SqliteFull } => Full,
        SqliteException { SqliteErrorCode: SqliteBusy } => Busy,
        SqliteException { SqliteErrorCode: SqliteIoError or SqliteReadOnly } => Failed,
        SqliteException { SqliteErrorCode: SqliteCorrupt or SqliteNotADatabase } => Damaged,
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => Full,
        PostgresException { SqlState: PostgresErrorCodes.IoError or PostgresErrorCodes.ReadOnlySqlTransaction } => Failed,
        PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable } => Busy,
        PostgresException { SqlState: PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted } => Damaged,
        IOException { HResult: NoSpaceOnUnix or OverQuotaOnUnix or DiskFullOnWindows or HandleDiskFullOnWindows } => Full,
        IOException or UnauthorizedAccessException => Failed,
        _ => Of(error.InnerException),
    };
}
