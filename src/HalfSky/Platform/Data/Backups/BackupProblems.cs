using HalfSky.Kernel;

namespace HalfSky.Platform.Data.Backups;

/// <summary>Why a backup or a restore is refused. Texts say what to do.</summary>
public static class BackupProblems
{
    /// <summary>The target exists.</summary>
    public static readonly Problem Exists = new("backup.exists", "这个备份文件已经有了，不会覆盖。请换一个文件名。");

    /// <summary>Not enough room.</summary>
    public static readonly Problem NoRoom = new("backup.no-room", "磁盘空间不够，没有备份。请腾出空间，或备份到另一个磁盘。");

    /// <summary>What was written could not be read back.</summary>
    public static readonly Problem NotReadable = new("backup.not-readable", "备份写完后试恢复没有通过，这份备份不算数，已经删掉。请换一个磁盘再备份；再不行请运行 halfsky check。");

    /// <summary>Writing failed.</summary>
    public static readonly Problem Failed = new("backup.failed", "备份写到一半出错，没有备份成。请检查目标磁盘是否可写、是否已满，再试一次。");

    /// <summary>Not one of ours, or damaged.</summary>
    public static readonly Problem Damaged = new("restore.damaged", "这个文件不是完整的 HalfSky 备份，或者已损坏，没有恢复。请换一份备份。");

    /// <summary>No such file.</summary>
    public static readonly Problem Missing = new("restore.missing", "找不到这个备份文件，请检查路径。");

    /// <summary>Made by a newer program.</summary>
    public static readonly Problem Newer = new("restore.newer", "这份备份是用更新版本的程序做的，本程序读不了。请先升级程序再恢复。");

    /// <summary>There is data already.</summary>
    public static readonly Problem NotEmpty = new("restore.not-empty", "这个数据文件夹里已经有数据，不会覆盖。请恢复到一个空的文件夹（可以只放 keys 文件夹）。");

    /// <summary>The PostgreSQL database has tables already.</summary>
    public static readonly Problem DatabaseNotEmpty = new("restore.database-not-empty", "这个 PostgreSQL 数据库里已经有表，不会覆盖。请恢复到一个新建的空数据库。");

    /// <summary>Keys of another installation in the way.</summary>
    public static readonly Problem OtherKeys = new("restore.other-keys", "这个文件夹里的 keys 是另一份数据的，不会覆盖。请恢复到一个空的文件夹，用恢复码打开。");

    /// <summary>Neither master key nor code.</summary>
    public static readonly Problem NeedsKey = new("restore.needs-key", "恢复需要主密钥 keys/master.key，或首次使用时打印的恢复码。请放回主密钥，或加上 --code 恢复码。", "code");

    /// <summary>Backup of the other kind of database.</summary>
    public static readonly Problem OtherDatabase = new("restore.other-database", "备份与现在用的数据库种类不同（SQLite 与 PostgreSQL 不能互相恢复）。请按备份时的方式指定 --database。");

    /// <summary>pg_dump or pg_restore is missing.</summary>
    public static readonly Problem NoPostgresTools = new("backup.no-pg-tools", "找不到 pg_dump 或 pg_restore，PostgreSQL 备份不了。请安装 postgresql-client（版本不低于服务器），并放进 PATH。");

    /// <summary>The test restore needs a database of its own.</summary>
    public static readonly Problem NoScratchDatabase = new("backup.no-scratch", "试恢复要临时建一个数据库，现在的账号没有权限，没有备份成。请数据库管理员执行 ALTER ROLE 账号 CREATEDB 后再试。");

    /// <summary>pg_dump or pg_restore failed.</summary>
    public static readonly Problem PostgresToolFailed = new("backup.pg-failed", "pg_dump 或 pg_restore 没有成功。请确认它的版本不低于服务器、账号能读全部表，再试一次。");
}
