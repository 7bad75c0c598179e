using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Host.Migrations;

/// <summary>The model on SQLite; only migrations name it.</summary>
public sealed class SqliteDb(DbContextOptions options, Catalog catalog) : AppDb(options, catalog);
