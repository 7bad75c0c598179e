using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HalfSky.Host.Migrations.Postgres
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    display_name = table.Column<string>(type: "text", nullable: false),
                    is_administrator = table.Column<bool>(type: "boolean", nullable: false),
                    disabled = table.Column<bool>(type: "boolean", nullable: false),
                    requires_code = table.Column<bool>(type: "boolean", nullable: false),
                    must_change_password = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    password_set_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    signed_in_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    code_secret = table.Column<byte[]>(type: "bytea", nullable: true),
                    recovery_codes = table.Column<string>(type: "text", nullable: true),
                    last_code = table.Column<string>(type: "text", nullable: true),
                    user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "text", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "api_token",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account = table.Column<Guid>(type: "uuid", nullable: false),
                    label = table.Column<string>(type: "text", nullable: false),
                    secret_hash = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    last_used_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    revoked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_api_token", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "attachment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    entry = table.Column<Guid>(type: "uuid", nullable: false),
                    register = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    org = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<byte[]>(type: "bytea", nullable: false),
                    content_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    media_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    added_by = table.Column<Guid>(type: "uuid", nullable: false),
                    added_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    removed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attachment", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "bound_device",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account = table.Column<Guid>(type: "uuid", nullable: false),
                    secret_hash = table.Column<string>(type: "text", nullable: false),
                    pin_hash = table.Column<string>(type: "text", nullable: false),
                    device = table.Column<string>(type: "text", nullable: false),
                    bound_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    last_used_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    failures = table.Column<int>(type: "integer", nullable: false),
                    locked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    revoked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bound_device", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "care_record",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: true),
                    household = table.Column<Guid>(type: "uuid", nullable: true),
                    subject = table.Column<Guid>(type: "uuid", nullable: true),
                    categories = table.Column<string>(type: "text", nullable: true),
                    level = table.Column<string>(type: "text", nullable: true),
                    needs = table.Column<string>(type: "text", nullable: true),
                    responsible = table.Column<Guid>(type: "uuid", nullable: true),
                    from_ = table.Column<DateOnly>(type: "date", nullable: false),
                    to_ = table.Column<DateOnly>(type: "date", nullable: true),
                    ending = table.Column<string>(type: "text", nullable: true),
                    continues = table.Column<Guid>(type: "uuid", nullable: true),
                    org = table.Column<long>(type: "bigint", nullable: false),
                    place = table.Column<long>(type: "bigint", nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    programmes = table.Column<string>(type: "text", nullable: true),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_care_record", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "duty",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    rule = table.Column<string>(type: "text", nullable: false),
                    entry = table.Column<Guid>(type: "uuid", nullable: false),
                    subject = table.Column<Guid>(type: "uuid", nullable: false),
                    cycle = table.Column<string>(type: "text", nullable: false),
                    from_ = table.Column<DateOnly>(type: "date", nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    org = table.Column<long>(type: "bigint", nullable: false),
                    place = table.Column<long>(type: "bigint", nullable: false),
                    responsible = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    done_by = table.Column<Guid>(type: "uuid", nullable: true),
                    done_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_duty", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "event",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    actor = table.Column<Guid>(type: "uuid", nullable: false),
                    register = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    entry = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<long>(type: "bigint", nullable: false),
                    place = table.Column<long>(type: "bigint", nullable: false),
                    verb = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    entry_version = table.Column<int>(type: "integer", nullable: false),
                    payload = table.Column<string>(type: "text", nullable: true),
                    request = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: true),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: true),
                    digest = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: true),
                    link = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "event_head",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    link = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event_head", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "household",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    head = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: true),
                    kind = table.Column<string>(type: "text", nullable: true),
                    number = table.Column<string>(type: "text", nullable: true),
                    address = table.Column<byte[]>(type: "bytea", nullable: true),
                    housing = table.Column<string>(type: "text", nullable: true),
                    marks = table.Column<string>(type: "text", nullable: true),
                    marks_since = table.Column<DateOnly>(type: "date", nullable: true),
                    from_ = table.Column<DateOnly>(type: "date", nullable: false),
                    to_ = table.Column<DateOnly>(type: "date", nullable: true),
                    org = table.Column<long>(type: "bigint", nullable: false),
                    place = table.Column<long>(type: "bigint", nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    programmes = table.Column<string>(type: "text", nullable: true),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_household", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "invitation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    account = table.Column<Guid>(type: "uuid", nullable: false),
                    code_hash = table.Column<string>(type: "text", nullable: false),
                    org_name = table.Column<string>(type: "text", nullable: true),
                    made_by = table.Column<Guid>(type: "uuid", nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    used_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    revoked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kind_item",
                columns: table => new
                {
                    list = table.Column<string>(type: "text", nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    label = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    hidden = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kind_item", x => new { x.list, x.code });
                });

            migrationBuilder.CreateTable(
                name: "member",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    household = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    relation = table.Column<string>(type: "text", nullable: true),
                    from_ = table.Column<DateOnly>(type: "date", nullable: false),
                    to_ = table.Column<DateOnly>(type: "date", nullable: true),
                    org = table.Column<long>(type: "bigint", nullable: false),
                    place = table.Column<long>(type: "bigint", nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    programmes = table.Column<string>(type: "text", nullable: true),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_member", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "organization",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: true),
                    level = table.Column<string>(type: "text", nullable: true),
                    parent = table.Column<long>(type: "bigint", nullable: false),
                    from_ = table.Column<DateOnly>(type: "date", nullable: false),
                    to_ = table.Column<DateOnly>(type: "date", nullable: true),
                    org = table.Column<long>(type: "bigint", nullable: false),
                    place = table.Column<long>(type: "bigint", nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    programmes = table.Column<string>(type: "text", nullable: true),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "person",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    sex = table.Column<string>(type: "text", nullable: true),
                    birth = table.Column<DateOnly>(type: "date", nullable: true),
                    birth_year_only = table.Column<bool>(type: "boolean", nullable: false),
                    age_told = table.Column<long>(type: "bigint", nullable: true),
                    age_told_on = table.Column<DateOnly>(type: "date", nullable: true),
                    id_number = table.Column<byte[]>(type: "bytea", nullable: true),
                    phones = table.Column<byte[]>(type: "bytea", nullable: true),
                    safe_contact = table.Column<byte[]>(type: "bytea", nullable: true),
                    nationality = table.Column<string>(type: "text", nullable: true),
                    education = table.Column<string>(type: "text", nullable: true),
                    politics = table.Column<string>(type: "text", nullable: true),
                    marriage = table.Column<string>(type: "text", nullable: true),
                    occupation = table.Column<string>(type: "text", nullable: true),
                    employment = table.Column<string>(type: "text", nullable: true),
                    registered = table.Column<long>(type: "bigint", nullable: true),
                    away = table.Column<string>(type: "text", nullable: true),
                    away_since = table.Column<DateOnly>(type: "date", nullable: true),
                    disability = table.Column<string>(type: "text", nullable: true),
                    disability_grade = table.Column<string>(type: "text", nullable: true),
                    health = table.Column<byte[]>(type: "bytea", nullable: true),
                    guardian = table.Column<Guid>(type: "uuid", nullable: true),
                    guardian2 = table.Column<Guid>(type: "uuid", nullable: true),
                    carer = table.Column<Guid>(type: "uuid", nullable: true),
                    school = table.Column<string>(type: "text", nullable: true),
                    grade = table.Column<string>(type: "text", nullable: true),
                    income = table.Column<string>(type: "text", nullable: true),
                    income_since = table.Column<DateOnly>(type: "date", nullable: true),
                    from_ = table.Column<DateOnly>(type: "date", nullable: false),
                    to_ = table.Column<DateOnly>(type: "date", nullable: true),
                    deceased = table.Column<DateOnly>(type: "date", nullable: true),
                    source = table.Column<string>(type: "text", nullable: true),
                    match_name = table.Column<string>(type: "text", nullable: true),
                    org = table.Column<long>(type: "bigint", nullable: false),
                    place = table.Column<long>(type: "bigint", nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    programmes = table.Column<string>(type: "text", nullable: true),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "place",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    from_ = table.Column<DateOnly>(type: "date", nullable: false),
                    to_ = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_place", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "place_label",
                columns: table => new
                {
                    place = table.Column<long>(type: "bigint", nullable: false),
                    from_ = table.Column<DateOnly>(type: "date", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_place_label", x => new { x.place, x.from_ });
                });

            migrationBuilder.CreateTable(
                name: "place_succession",
                columns: table => new
                {
                    old = table.Column<long>(type: "bigint", nullable: false),
                    from_ = table.Column<DateOnly>(type: "date", nullable: false),
                    @new = table.Column<long>(name: "new", type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_place_succession", x => new { x.old, x.from_ });
                });

            migrationBuilder.CreateTable(
                name: "post",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "text", nullable: true),
                    means = table.Column<string>(type: "text", nullable: true),
                    from_ = table.Column<DateOnly>(type: "date", nullable: false),
                    to_ = table.Column<DateOnly>(type: "date", nullable: true),
                    org = table.Column<long>(type: "bigint", nullable: false),
                    place = table.Column<long>(type: "bigint", nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    programmes = table.Column<string>(type: "text", nullable: true),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_post", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "register_definition",
                columns: table => new
                {
                    key = table.Column<string>(type: "text", nullable: false),
                    label = table.Column<string>(type: "text", nullable: false),
                    json = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    closed = table.Column<bool>(type: "boolean", nullable: false),
                    defined_by = table.Column<Guid>(type: "uuid", nullable: false),
                    defined_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_register_definition", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "saved_view",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    register = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    query = table.Column<string>(type: "text", nullable: false),
                    owner = table.Column<Guid>(type: "uuid", nullable: false),
                    shared = table.Column<bool>(type: "boolean", nullable: false),
                    org = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_saved_view", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "search_doc",
                columns: table => new
                {
                    doc = table.Column<long>(type: "bigint", nullable: false),
                    entry = table.Column<Guid>(type: "uuid", nullable: false),
                    register = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_doc", x => x.doc);
                });

            migrationBuilder.CreateTable(
                name: "setting",
                columns: table => new
                {
                    key = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_setting", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "sign_in_session",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account = table.Column<Guid>(type: "uuid", nullable: false),
                    secret_hash = table.Column<string>(type: "text", nullable: false),
                    stamp = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    phone = table.Column<Guid>(type: "uuid", nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    last_seen_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    revoked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    device = table.Column<string>(type: "text", nullable: false),
                    network = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sign_in_session", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "tally",
                columns: table => new
                {
                    measure = table.Column<string>(type: "text", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    period = table.Column<int>(type: "integer", nullable: false),
                    place = table.Column<long>(type: "bigint", nullable: false),
                    slot = table.Column<int>(type: "integer", nullable: false),
                    rows = table.Column<long>(type: "bigint", nullable: false),
                    working = table.Column<long>(type: "bigint", nullable: false),
                    verified = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tally", x => new { x.measure, x.level, x.period, x.place, x.slot });
                });

            migrationBuilder.CreateTable(
                name: "visit",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: true),
                    household = table.Column<Guid>(type: "uuid", nullable: true),
                    subject = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "text", nullable: true),
                    mode = table.Column<string>(type: "text", nullable: true),
                    situation = table.Column<string>(type: "text", nullable: true),
                    needs = table.Column<string>(type: "text", nullable: true),
                    visitor = table.Column<Guid>(type: "uuid", nullable: true),
                    org = table.Column<long>(type: "bigint", nullable: false),
                    place = table.Column<long>(type: "bigint", nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    programmes = table.Column<string>(type: "text", nullable: true),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
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
