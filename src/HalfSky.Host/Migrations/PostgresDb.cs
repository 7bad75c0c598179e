using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Host.Migrations;

/// <summary>The model on PostgreSQL; only migrations name it.</summary>
public sealed class PostgresDb(DbContextOptions options, Catalog catalog) : AppDb(options, catalog);
