using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HalfSky.Host.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "account",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    display_name = table.Column<string>(type: "TEXT", nullable: false),
                    is_administrator = table.Column<bool>(type: "INTEGER", nullable: false),
                    disabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    requires_code = table.Column<bool>(type: "INTEGER", nullable: false),
                    must_change_password = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    password_set_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    signed_in_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    code_secret = table.Column<byte[]>(type: "BLOB", nullable: true),
                    recovery_codes = table.Column<string>(type: "TEXT", nullable: true),
                    last_code = table.Column<string>(type: "TEXT", nullable: true),
                    user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    password_hash = table.Column<string>(type: "TEXT", nullable: true),
                    security_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    two_factor_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    lockout_end = table.Column<DateTime>(type: "TEXT", nullable: true),
                    access_failed_count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "api_token",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    account = table.Column<byte[]>(type: "BLOB", nullable: false),
                    label = table.Column<string>(type: "TEXT", nullable: false),
                    secret_hash = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    last_used_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revoked_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_api_token", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "attachment",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    entry = table.Column<byte[]>(type: "BLOB", nullable: false),
                    register = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    org = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<byte[]>(type: "BLOB", nullable: false),
                    content_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    size = table.Column<long>(type: "INTEGER", nullable: false),
                    media_type = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    added_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    added_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attachment", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "bound_device",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    account = table.Column<byte[]>(type: "BLOB", nullable: false),
                    secret_hash = table.Column<string>(type: "TEXT", nullable: false),
                    pin_hash = table.Column<string>(type: "TEXT", nullable: false),
                    device = table.Column<string>(type: "TEXT", nullable: false),
                    bound_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    last_used_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    failures = table.Column<int>(type: "INTEGER", nullable: false),
                    locked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revoked_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bound_device", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "care_record",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person = table.Column<byte[]>(type: "BLOB", nullable: true),
                    household = table.Column<byte[]>(type: "BLOB", nullable: true),
                    subject = table.Column<byte[]>(type: "BLOB", nullable: true),
                    categories = table.Column<string>(type: "TEXT", nullable: true),
                    level = table.Column<string>(type: "TEXT", nullable: true),
                    needs = table.Column<string>(type: "TEXT", nullable: true),
                    responsible = table.Column<byte[]>(type: "BLOB", nullable: true),
                    from_ = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to_ = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ending = table.Column<string>(type: "TEXT", nullable: true),
                    continues = table.Column<byte[]>(type: "BLOB", nullable: true),
                    org = table.Column<long>(type: "INTEGER", nullable: false),
                    place = table.Column<long>(type: "INTEGER", nullable: false),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    programmes = table.Column<string>(type: "TEXT", nullable: true),
                    recorded_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_care_record", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "duty",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    rule = table.Column<string>(type: "TEXT", nullable: false),
                    entry = table.Column<byte[]>(type: "BLOB", nullable: false),
                    subject = table.Column<byte[]>(type: "BLOB", nullable: false),
                    cycle = table.Column<string>(type: "TEXT", nullable: false),
                    from_ = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    org = table.Column<long>(type: "INTEGER", nullable: false),
                    place = table.Column<long>(type: "INTEGER", nullable: false),
                    responsible = table.Column<byte[]>(type: "BLOB", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    done_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    done_on = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_duty", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "event",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    actor = table.Column<byte[]>(type: "BLOB", nullable: false),
                    register = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    entry = table.Column<byte[]>(type: "BLOB", nullable: false),
                    org = table.Column<long>(type: "INTEGER", nullable: false),
                    place = table.Column<long>(type: "INTEGER", nullable: false),
                    verb = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    entry_version = table.Column<int>(type: "INTEGER", nullable: false),
                    payload = table.Column<string>(type: "TEXT", nullable: true),
                    request = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: true),
                    salt = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: true),
                    digest = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    seq = table.Column<long>(type: "INTEGER", nullable: true),
                    link = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "event_head",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    seq = table.Column<long>(type: "INTEGER", nullable: false),
                    link = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event_head", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "household",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    head = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: true),
                    kind = table.Column<string>(type: "TEXT", nullable: true),
                    number = table.Column<string>(type: "TEXT", nullable: true),
                    address = table.Column<byte[]>(type: "BLOB", nullable: true),
                    housing = table.Column<string>(type: "TEXT", nullable: true),
                    marks = table.Column<string>(type: "TEXT", nullable: true),
                    marks_since = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    from_ = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to_ = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    org = table.Column<long>(type: "INTEGER", nullable: false),
                    place = table.Column<long>(type: "INTEGER", nullable: false),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    programmes = table.Column<string>(type: "TEXT", nullable: true),
                    recorded_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_household", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "invitation",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    account = table.Column<byte[]>(type: "BLOB", nullable: false),
                    code_hash = table.Column<string>(type: "TEXT", nullable: false),
                    org_name = table.Column<string>(type: "TEXT", nullable: true),
                    made_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    used_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revoked_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kind_item",
                columns: table => new
                {
                    list = table.Column<string>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    label = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    hidden = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kind_item", x => new { x.list, x.code });
                });

            migrationBuilder.CreateTable(
                name: "member",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    household = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person = table.Column<byte[]>(type: "BLOB", nullable: false),
                    relation = table.Column<string>(type: "TEXT", nullable: true),
                    from_ = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to_ = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    org = table.Column<long>(type: "INTEGER", nullable: false),
                    place = table.Column<long>(type: "INTEGER", nullable: false),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    programmes = table.Column<string>(type: "TEXT", nullable: true),
                    recorded_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_member", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "organization",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: true),
                    level = table.Column<string>(type: "TEXT", nullable: true),
                    parent = table.Column<long>(type: "INTEGER", nullable: false),
                    from_ = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to_ = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    org = table.Column<long>(type: "INTEGER", nullable: false),
                    place = table.Column<long>(type: "INTEGER", nullable: false),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    programmes = table.Column<string>(type: "TEXT", nullable: true),
                    recorded_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "person",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    sex = table.Column<string>(type: "TEXT", nullable: true),
                    birth = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    birth_year_only = table.Column<bool>(type: "INTEGER", nullable: false),
                    age_told = table.Column<long>(type: "INTEGER", nullable: true),
                    age_told_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    id_number = table.Column<byte[]>(type: "BLOB", nullable: true),
                    phones = table.Column<byte[]>(type: "BLOB", nullable: true),
                    safe_contact = table.Column<byte[]>(type: "BLOB", nullable: true),
                    nationality = table.Column<string>(type: "TEXT", nullable: true),
                    education = table.Column<string>(type: "TEXT", nullable: true),
                    politics = table.Column<string>(type: "TEXT", nullable: true),
                    marriage = table.Column<string>(type: "TEXT", nullable: true),
                    occupation = table.Column<string>(type: "TEXT", nullable: true),
                    employment = table.Column<string>(type: "TEXT", nullable: true),
                    registered = table.Column<long>(type: "INTEGER", nullable: true),
                    away = table.Column<string>(type: "TEXT", nullable: true),
                    away_since = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    disability = table.Column<string>(type: "TEXT", nullable: true),
                    disability_grade = table.Column<string>(type: "TEXT", nullable: true),
                    health = table.Column<byte[]>(type: "BLOB", nullable: true),
                    guardian = table.Column<byte[]>(type: "BLOB", nullable: true),
                    guardian2 = table.Column<byte[]>(type: "BLOB", nullable: true),
                    carer = table.Column<byte[]>(type: "BLOB", nullable: true),
                    school = table.Column<string>(type: "TEXT", nullable: true),
                    grade = table.Column<string>(type: "TEXT", nullable: true),
                    income = table.Column<string>(type: "TEXT", nullable: true),
                    income_since = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    from_ = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to_ = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    deceased = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    source = table.Column<string>(type: "TEXT", nullable: true),
                    match_name = table.Column<string>(type: "TEXT", nullable: true),
                    org = table.Column<long>(type: "INTEGER", nullable: false),
                    place = table.Column<long>(type: "INTEGER", nullable: false),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    programmes = table.Column<string>(type: "TEXT", nullable: true),
                    recorded_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "place",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    from_ = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to_ = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_place", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "place_label",
                columns: table => new
                {
                    place = table.Column<long>(type: "INTEGER", nullable: false),
                    from_ = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_place_label", x => new { x.place, x.from_ });
                });

            migrationBuilder.CreateTable(
                name: "place_succession",
                columns: table => new
                {
                    old = table.Column<long>(type: "INTEGER", nullable: false),
                    from_ = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    @new = table.Column<long>(name: "new", type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_place_succession", x => new { x.old, x.from_ });
                });

            migrationBuilder.CreateTable(
                name: "post",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person = table.Column<byte[]>(type: "BLOB", nullable: false),
                    role = table.Column<string>(type: "TEXT", nullable: true),
                    means = table.Column<string>(type: "TEXT", nullable: true),
                    from_ = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to_ = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    org = table.Column<long>(type: "INTEGER", nullable: false),
                    place = table.Column<long>(type: "INTEGER", nullable: false),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    programmes = table.Column<string>(type: "TEXT", nullable: true),
                    recorded_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_post", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "register_definition",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    label = table.Column<string>(type: "TEXT", nullable: false),
                    json = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    closed = table.Column<bool>(type: "INTEGER", nullable: false),
                    defined_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    defined_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_register_definition", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "saved_view",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    register = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    query = table.Column<string>(type: "TEXT", nullable: false),
                    owner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    shared = table.Column<bool>(type: "INTEGER", nullable: false),
                    org = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_saved_view", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "search_doc",
                columns: table => new
                {
                    doc = table.Column<long>(type: "INTEGER", nullable: false),
                    entry = table.Column<byte[]>(type: "BLOB", nullable: false),
                    register = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_doc", x => x.doc);
                });

            migrationBuilder.CreateTable(
                name: "setting",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_setting", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "sign_in_session",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    account = table.Column<byte[]>(type: "BLOB", nullable: false),
                    secret_hash = table.Column<string>(type: "TEXT", nullable: false),
                    stamp = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    phone = table.Column<byte[]>(type: "BLOB", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    last_seen_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    revoked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    device = table.Column<string>(type: "TEXT", nullable: false),
                    network = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sign_in_session", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "tally",
                columns: table => new
                {
                    measure = table.Column<string>(type: "TEXT", nullable: false),
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    period = table.Column<int>(type: "INTEGER", nullable: false),
                    place = table.Column<long>(type: "INTEGER", nullable: false),
                    slot = table.Column<int>(type: "INTEGER", nullable: false),
                    rows = table.Column<long>(type: "INTEGER", nullable: false),
                    working = table.Column<long>(type: "INTEGER", nullable: false),
                    verified = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tally", x => new { x.measure, x.level, x.period, x.place, x.slot });
                });

            migrationBuilder.CreateTable(
                name: "visit",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person = table.Column<byte[]>(type: "BLOB", nullable: true),
                    household = table.Column<byte[]>(type: "BLOB", nullable: true),
                    subject = table.Column<byte[]>(type: "BLOB", nullable: true),
                    kind = table.Column<string>(type: "TEXT", nullable: true),
                    mode = table.Column<string>(type: "TEXT", nullable: true),
                    situation = table.Column<string>(type: "TEXT", nullable: true),
                    needs = table.Column<string>(type: "TEXT", nullable: true),
                    visitor = table.Column<byte[]>(type: "BLOB", nullable: true),
                    org = table.Column<long>(type: "INTEGER", nullable: false),
                    place = table.Column<long>(type: "INTEGER", nullable: false),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    programmes = table.Column<string>(type: "TEXT", nullable: true),
                    recorded_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_visit", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_account_person_id",
                table: "account",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "user_name_index",
                table: "account",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_api_token_account",
                table: "api_token",
                column: "account");

            migrationBuilder.CreateIndex(
                name: "ix_api_token_secret_hash",
                table: "api_token",
                column: "secret_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_attachment_content_hash",
                table: "attachment",
                column: "content_hash");

            migrationBuilder.CreateIndex(
                name: "ix_attachment_entry",
                table: "attachment",
                column: "entry");

            migrationBuilder.CreateIndex(
                name: "ix_bound_device_account",
                table: "bound_device",
                column: "account");

            migrationBuilder.CreateIndex(
                name: "ix_bound_device_secret_hash",
                table: "bound_device",
                column: "secret_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_care_record_continues",
                table: "care_record",
                column: "continues");

            migrationBuilder.CreateIndex(
                name: "ix_care_record_date",
                table: "care_record",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_care_record_household",
                table: "care_record",
                column: "household");

            migrationBuilder.CreateIndex(
                name: "ix_care_record_measure_from",
                table: "care_record",
                columns: new[] { "place", "from_", "to_", "categories", "level", "org", "state", "subject" });

            migrationBuilder.CreateIndex(
                name: "ix_care_record_org",
                table: "care_record",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_care_record_person",
                table: "care_record",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "ix_care_record_responsible",
                table: "care_record",
                column: "responsible");

            migrationBuilder.CreateIndex(
                name: "ix_care_record_subject",
                table: "care_record",
                column: "subject");

            migrationBuilder.CreateIndex(
                name: "ix_duty_entry",
                table: "duty",
                column: "entry");

            migrationBuilder.CreateIndex(
                name: "ix_duty_org_state_due",
                table: "duty",
                columns: new[] { "org", "state", "due" });

            migrationBuilder.CreateIndex(
                name: "ix_duty_responsible_state_due",
                table: "duty",
                columns: new[] { "responsible", "state", "due" });

            migrationBuilder.CreateIndex(
                name: "ix_duty_rule_entry_cycle",
                table: "duty",
                columns: new[] { "rule", "entry", "cycle" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_duty_subject_cycle",
                table: "duty",
                columns: new[] { "subject", "cycle" });

            migrationBuilder.CreateIndex(
                name: "ix_event_actor_at",
                table: "event",
                columns: new[] { "actor", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_event_entry_entry_version",
                table: "event",
                columns: new[] { "entry", "entry_version" });

            migrationBuilder.CreateIndex(
                name: "ix_event_org_at",
                table: "event",
                columns: new[] { "org", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_event_seq_at_id",
                table: "event",
                columns: new[] { "seq", "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_household_date",
                table: "household",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_household_head",
                table: "household",
                column: "head");

            migrationBuilder.CreateIndex(
                name: "ix_household_measure_from",
                table: "household",
                columns: new[] { "place", "from_", "to_", "kind", "marks", "org", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_household_org",
                table: "household",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_invitation_account",
                table: "invitation",
                column: "account");

            migrationBuilder.CreateIndex(
                name: "ix_invitation_code_hash",
                table: "invitation",
                column: "code_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_member_date",
                table: "member",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_member_household",
                table: "member",
                column: "household");

            migrationBuilder.CreateIndex(
                name: "ix_member_measure_from",
                table: "member",
                columns: new[] { "place", "from_", "to_", "org", "person", "relation", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_member_org",
                table: "member",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_member_person",
                table: "member",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "ix_organization_date",
                table: "organization",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_organization_measure_from",
                table: "organization",
                columns: new[] { "place", "from_", "to_", "kind", "level", "org", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_organization_org",
                table: "organization",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_person_carer",
                table: "person",
                column: "carer");

            migrationBuilder.CreateIndex(
                name: "ix_person_date",
                table: "person",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_person_guardian",
                table: "person",
                column: "guardian");

            migrationBuilder.CreateIndex(
                name: "ix_person_guardian2",
                table: "person",
                column: "guardian2");

            migrationBuilder.CreateIndex(
                name: "ix_person_id_number",
                table: "person",
                column: "id_number");

            migrationBuilder.CreateIndex(
                name: "ix_person_measure_from",
                table: "person",
                columns: new[] { "place", "from_", "to_", "birth", "income", "org", "sex", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_person_org",
                table: "person",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_place_code",
                table: "place",
                column: "code");

            migrationBuilder.CreateIndex(
                name: "ix_post_date",
                table: "post",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_post_measure_from",
                table: "post",
                columns: new[] { "place", "from_", "to_", "org", "person", "role", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_post_org",
                table: "post",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_post_person",
                table: "post",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "ix_saved_view_register_owner",
                table: "saved_view",
                columns: new[] { "register", "owner" });

            migrationBuilder.CreateIndex(
                name: "ix_search_doc_entry",
                table: "search_doc",
                column: "entry");

            migrationBuilder.CreateIndex(
                name: "ix_sign_in_session_account",
                table: "sign_in_session",
                column: "account");

            migrationBuilder.CreateIndex(
                name: "ix_sign_in_session_secret_hash",
                table: "sign_in_session",
                column: "secret_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_visit_date",
                table: "visit",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_visit_household",
                table: "visit",
                column: "household");

            migrationBuilder.CreateIndex(
                name: "ix_visit_measure_date",
                table: "visit",
                columns: new[] { "place", "date", "household", "kind", "mode", "needs", "org", "person", "situation", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_visit_org",
                table: "visit",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_visit_person",
                table: "visit",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "ix_visit_subject",
                table: "visit",
                column: "subject");

            migrationBuilder.CreateIndex(
                name: "ix_visit_visitor",
                table: "visit",
                column: "visitor");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account");

            migrationBuilder.DropTable(
                name: "api_token");

            migrationBuilder.DropTable(
                name: "attachment");

            migrationBuilder.DropTable(
                name: "bound_device");

            migrationBuilder.DropTable(
                name: "care_record");

            migrationBuilder.DropTable(
                name: "duty");

            migrationBuilder.DropTable(
                name: "event");

            migrationBuilder.DropTable(
                name: "event_head");

            migrationBuilder.DropTable(
                name: "household");

            migrationBuilder.DropTable(
                name: "invitation");

            migrationBuilder.DropTable(
                name: "kind_item");

            migrationBuilder.DropTable(
                name: "member");

            migrationBuilder.DropTable(
                name: "organization");

            migrationBuilder.DropTable(
                name: "person");

            migrationBuilder.DropTable(
                name: "place");

            migrationBuilder.DropTable(
                name: "place_label");

            migrationBuilder.DropTable(
                name: "place_succession");

            migrationBuilder.DropTable(
                name: "post");

            migrationBuilder.DropTable(
                name: "register_definition");

            migrationBuilder.DropTable(
                name: "saved_view");

            migrationBuilder.DropTable(
                name: "search_doc");

            migrationBuilder.DropTable(
                name: "setting");

            migrationBuilder.DropTable(
                name: "sign_in_session");

            migrationBuilder.DropTable(
                name: "tally");

            migrationBuilder.DropTable(
                name: "visit");
        }
    }
}
