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
                name: "activity",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: true),
                    topics = table.Column<string>(type: "TEXT", nullable: true),
                    festival = table.Column<string>(type: "TEXT", nullable: true),
                    ordinal = table.Column<long>(type: "INTEGER", nullable: true),
                    starts = table.Column<string>(type: "TEXT", nullable: true),
                    ends = table.Column<string>(type: "TEXT", nullable: true),
                    last_day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    days = table.Column<long>(type: "INTEGER", nullable: false),
                    venue = table.Column<byte[]>(type: "BLOB", nullable: true),
                    venue_kind = table.Column<string>(type: "TEXT", nullable: true),
                    mode = table.Column<string>(type: "TEXT", nullable: true),
                    team = table.Column<byte[]>(type: "BLOB", nullable: true),
                    audience = table.Column<string>(type: "TEXT", nullable: true),
                    participants = table.Column<long>(type: "INTEGER", nullable: true),
                    cost = table.Column<long>(type: "INTEGER", nullable: true),
                    link = table.Column<string>(type: "TEXT", nullable: true),
                    course_day = table.Column<byte[]>(type: "BLOB", nullable: true),
                    planned = table.Column<byte[]>(type: "BLOB", nullable: true),
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
                    table.PrimaryKey("pk_activity", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "activity_partner",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    activity = table.Column<byte[]>(type: "BLOB", nullable: false),
                    body = table.Column<byte[]>(type: "BLOB", nullable: true),
                    share = table.Column<string>(type: "TEXT", nullable: true),
                    kind = table.Column<string>(type: "TEXT", nullable: true),
                    topics = table.Column<string>(type: "TEXT", nullable: true),
                    festival = table.Column<string>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("pk_activity_partner", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "activity_result",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    activity = table.Column<byte[]>(type: "BLOB", nullable: false),
                    result = table.Column<string>(type: "TEXT", nullable: true),
                    number = table.Column<long>(type: "INTEGER", nullable: true),
                    area = table.Column<long>(type: "INTEGER", nullable: true),
                    sales = table.Column<long>(type: "INTEGER", nullable: true),
                    kind = table.Column<string>(type: "TEXT", nullable: true),
                    topics = table.Column<string>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("pk_activity_result", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "adopted_project",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: true),
                    exec = table.Column<byte[]>(type: "BLOB", nullable: false),
                    for_whom = table.Column<string>(type: "TEXT", nullable: true),
                    done = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    result = table.Column<string>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("pk_adopted_project", x => x.id);
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
                name: "assessment_score",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    rubric = table.Column<byte[]>(type: "BLOB", nullable: false),
                    item = table.Column<byte[]>(type: "BLOB", nullable: false),
                    points = table.Column<long>(type: "INTEGER", nullable: false),
                    because = table.Column<string>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("pk_assessment_score", x => x.id);
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
                name: "attendance",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    meeting = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person = table.Column<byte[]>(type: "BLOB", nullable: true),
                    guest = table.Column<string>(type: "TEXT", nullable: true),
                    meeting_kind = table.Column<string>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("pk_attendance", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "base_figure",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    @base = table.Column<byte[]>(name: "base", type: "BLOB", nullable: false),
                    workers = table.Column<long>(type: "INTEGER", nullable: true),
                    women = table.Column<long>(type: "INTEGER", nullable: true),
                    led_along = table.Column<long>(type: "INTEGER", nullable: true),
                    area = table.Column<long>(type: "INTEGER", nullable: true),
                    output = table.Column<long>(type: "INTEGER", nullable: true),
                    kind = table.Column<string>(type: "TEXT", nullable: true),
                    level = table.Column<string>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("pk_base_figure", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "body",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: true),
                    domain = table.Column<string>(type: "TEXT", nullable: true),
                    women_led = table.Column<bool>(type: "INTEGER", nullable: false),
                    has_union = table.Column<bool>(type: "INTEGER", nullable: false),
                    staff = table.Column<long>(type: "INTEGER", nullable: true),
                    women = table.Column<long>(type: "INTEGER", nullable: true),
                    contact = table.Column<string>(type: "TEXT", nullable: true),
                    phone = table.Column<byte[]>(type: "BLOB", nullable: true),
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
                    table.PrimaryKey("pk_body", x => x.id);
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
                name: "collected_work",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: true),
                    person = table.Column<byte[]>(type: "BLOB", nullable: true),
                    author = table.Column<string>(type: "TEXT", nullable: true),
                    pieces = table.Column<long>(type: "INTEGER", nullable: false),
                    chosen = table.Column<long>(type: "INTEGER", nullable: true),
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
                    table.PrimaryKey("pk_collected_work", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "collection",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    notice = table.Column<byte[]>(type: "BLOB", nullable: true),
                    deadline = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    zero_allowed = table.Column<bool>(type: "INTEGER", nullable: false),
                    previous = table.Column<byte[]>(type: "BLOB", nullable: true),
                    stage = table.Column<string>(type: "TEXT", nullable: true),
                    layout = table.Column<string>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("pk_collection", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "collection_return",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    collection = table.Column<byte[]>(type: "BLOB", nullable: false),
                    stage = table.Column<string>(type: "TEXT", nullable: true),
                    sent_back = table.Column<string>(type: "TEXT", nullable: true),
                    submitted = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    submitted_by = table.Column<string>(type: "TEXT", nullable: true),
                    zero = table.Column<bool>(type: "INTEGER", nullable: true),
                    late = table.Column<bool>(type: "INTEGER", nullable: true),
                    row_count = table.Column<long>(type: "INTEGER", nullable: true),
                    minutes = table.Column<long>(type: "INTEGER", nullable: true),
                    cells = table.Column<string>(type: "TEXT", nullable: true),
                    sealed_cells = table.Column<byte[]>(type: "BLOB", nullable: true),
                    title = table.Column<string>(type: "TEXT", nullable: true),
                    deadline = table.Column<DateOnly>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("pk_collection_return", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "congress",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ordinal = table.Column<long>(type: "INTEGER", nullable: true),
                    title = table.Column<string>(type: "TEXT", nullable: true),
                    term_years = table.Column<long>(type: "INTEGER", nullable: true),
                    delegates = table.Column<long>(type: "INTEGER", nullable: true),
                    present = table.Column<long>(type: "INTEGER", nullable: true),
                    term_ends = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    org_level = table.Column<string>(type: "TEXT", nullable: true),
                    org_kind = table.Column<string>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("pk_congress", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "consultation",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: true),
                    channel = table.Column<string>(type: "TEXT", nullable: true),
                    person = table.Column<byte[]>(type: "BLOB", nullable: true),
                    people = table.Column<long>(type: "INTEGER", nullable: false),
                    on_spot = table.Column<bool>(type: "INTEGER", nullable: false),
                    handed_to = table.Column<string>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("pk_consultation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "contact_area",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    exec = table.Column<byte[]>(type: "BLOB", nullable: false),
                    women = table.Column<long>(type: "INTEGER", nullable: true),
                    children = table.Column<long>(type: "INTEGER", nullable: true),
                    people = table.Column<long>(type: "INTEGER", nullable: true),
                    special_families = table.Column<long>(type: "INTEGER", nullable: true),
                    overloaded = table.Column<bool>(type: "INTEGER", nullable: false),
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
                    table.PrimaryKey("pk_contact_area", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "course",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    skill = table.Column<string>(type: "TEXT", nullable: true),
                    purpose = table.Column<string>(type: "TEXT", nullable: true),
                    subject = table.Column<string>(type: "TEXT", nullable: true),
                    audience = table.Column<string>(type: "TEXT", nullable: true),
                    mode = table.Column<string>(type: "TEXT", nullable: true),
                    partner = table.Column<byte[]>(type: "BLOB", nullable: true),
                    trainer = table.Column<string>(type: "TEXT", nullable: true),
                    level = table.Column<string>(type: "TEXT", nullable: true),
                    last_day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    learners = table.Column<long>(type: "INTEGER", nullable: true),
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
                    table.PrimaryKey("pk_course", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "course_day",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    course = table.Column<byte[]>(type: "BLOB", nullable: false),
                    topic = table.Column<string>(type: "TEXT", nullable: true),
                    hours = table.Column<long>(type: "INTEGER", nullable: true),
                    attendance = table.Column<long>(type: "INTEGER", nullable: true),
                    title = table.Column<string>(type: "TEXT", nullable: true),
                    skill = table.Column<string>(type: "TEXT", nullable: true),
                    purpose = table.Column<string>(type: "TEXT", nullable: true),
                    audience = table.Column<string>(type: "TEXT", nullable: true),
                    mode = table.Column<string>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("pk_course_day", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "delivered_household",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    delivery = table.Column<byte[]>(type: "BLOB", nullable: false),
                    household = table.Column<byte[]>(type: "BLOB", nullable: false),
                    policy = table.Column<string>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("pk_delivered_household", x => x.id);
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
                    done_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    have = table.Column<int>(type: "INTEGER", nullable: false),
                    needed = table.Column<int>(type: "INTEGER", nullable: false),
                    escalates = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    misses = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_duty", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "duty_report",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    holder = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person = table.Column<byte[]>(type: "BLOB", nullable: true),
                    role = table.Column<string>(type: "TEXT", nullable: true),
                    org_level = table.Column<string>(type: "TEXT", nullable: true),
                    year = table.Column<long>(type: "INTEGER", nullable: true),
                    grade = table.Column<string>(type: "TEXT", nullable: true),
                    score = table.Column<long>(type: "INTEGER", nullable: true),
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
                    table.PrimaryKey("pk_duty_report", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "duty_rule",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    from_ = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    register = table.Column<string>(type: "TEXT", nullable: false),
                    json = table.Column<string>(type: "TEXT", nullable: false),
                    set_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    set_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_duty_rule", x => new { x.key, x.from_ });
                });

            migrationBuilder.CreateTable(
                name: "employment",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person = table.Column<byte[]>(type: "BLOB", nullable: true),
                    number = table.Column<long>(type: "INTEGER", nullable: true),
                    employer = table.Column<string>(type: "TEXT", nullable: true),
                    form = table.Column<string>(type: "TEXT", nullable: true),
                    source = table.Column<string>(type: "TEXT", nullable: true),
                    course = table.Column<byte[]>(type: "BLOB", nullable: true),
                    fair = table.Column<byte[]>(type: "BLOB", nullable: true),
                    workshop = table.Column<byte[]>(type: "BLOB", nullable: true),
                    checked_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    found = table.Column<string>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("pk_employment", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "enrolment",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    course = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person = table.Column<byte[]>(type: "BLOB", nullable: true),
                    name = table.Column<string>(type: "TEXT", nullable: true),
                    learner = table.Column<string>(type: "TEXT", nullable: true),
                    finished = table.Column<bool>(type: "INTEGER", nullable: false),
                    certificate = table.Column<string>(type: "TEXT", nullable: true),
                    certificate_number = table.Column<string>(type: "TEXT", nullable: true),
                    skill = table.Column<string>(type: "TEXT", nullable: true),
                    purpose = table.Column<string>(type: "TEXT", nullable: true),
                    audience = table.Column<string>(type: "TEXT", nullable: true),
                    mode = table.Column<string>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("pk_enrolment", x => x.id);
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
                name: "finding",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    patrol = table.Column<byte[]>(type: "BLOB", nullable: false),
                    finds = table.Column<string>(type: "TEXT", nullable: true),
                    spots = table.Column<long>(type: "INTEGER", nullable: false),
                    settled = table.Column<bool>(type: "INTEGER", nullable: false),
                    handed_to = table.Column<string>(type: "TEXT", nullable: true),
                    kind = table.Column<string>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("pk_finding", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "found_problem",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    found = table.Column<string>(type: "TEXT", nullable: true),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    remedy = table.Column<string>(type: "TEXT", nullable: true),
                    owner = table.Column<long>(type: "INTEGER", nullable: true),
                    deadline = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    closed = table.Column<DateOnly>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("pk_found_problem", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "group_member",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    group_ = table.Column<byte[]>(type: "BLOB", nullable: false),
                    covers = table.Column<long>(type: "INTEGER", nullable: false),
                    venue = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ordinal = table.Column<long>(type: "INTEGER", nullable: true),
                    group_kind = table.Column<string>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("pk_group_member", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "handout",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    activity = table.Column<byte[]>(type: "BLOB", nullable: false),
                    item = table.Column<string>(type: "TEXT", nullable: true),
                    title = table.Column<string>(type: "TEXT", nullable: true),
                    copies = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: true),
                    topics = table.Column<string>(type: "TEXT", nullable: true),
                    festival = table.Column<string>(type: "TEXT", nullable: true),
                    team = table.Column<byte[]>(type: "BLOB", nullable: true),
                    venue_kind = table.Column<string>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("pk_handout", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "holiday",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    through = table.Column<DateOnly>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("pk_holiday", x => x.id);
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
                name: "import",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    register = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    org = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<byte[]>(type: "BLOB", nullable: false),
                    stage = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    sheet = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    binding = table.Column<string>(type: "TEXT", nullable: false),
                    create_people = table.Column<bool>(type: "INTEGER", nullable: true),
                    chosen = table.Column<string>(type: "TEXT", nullable: true),
                    rows = table.Column<int>(type: "INTEGER", nullable: false),
                    through = table.Column<int>(type: "INTEGER", nullable: false),
                    written = table.Column<int>(type: "INTEGER", nullable: false),
                    already = table.Column<int>(type: "INTEGER", nullable: false),
                    refused = table.Column<int>(type: "INTEGER", nullable: false),
                    stop_asked = table.Column<bool>(type: "INTEGER", nullable: false),
                    others = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    words = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    by_ = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "import_form",
                columns: table => new
                {
                    org = table.Column<long>(type: "INTEGER", nullable: false),
                    register = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    head = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    binding = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_form", x => new { x.org, x.register, x.head });
                });

            migrationBuilder.CreateTable(
                name: "import_line",
                columns: table => new
                {
                    import = table.Column<byte[]>(type: "BLOB", nullable: false),
                    row = table.Column<int>(type: "INTEGER", nullable: false),
                    part = table.Column<int>(type: "INTEGER", nullable: false),
                    register = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    entry = table.Column<byte[]>(type: "BLOB", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    words = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_line", x => new { x.import, x.row, x.part });
                });

            migrationBuilder.CreateTable(
                name: "incident",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: true),
                    happened = table.Column<string>(type: "TEXT", nullable: true),
                    people = table.Column<long>(type: "INTEGER", nullable: true),
                    reported_to = table.Column<string>(type: "TEXT", nullable: false),
                    reported_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    reported_at = table.Column<string>(type: "TEXT", nullable: true),
                    late = table.Column<bool>(type: "INTEGER", nullable: false),
                    follow_up = table.Column<string>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("pk_incident", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "information_report",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    outlet = table.Column<string>(type: "TEXT", nullable: false),
                    level = table.Column<string>(type: "TEXT", nullable: true),
                    adopted = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    link = table.Column<string>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("pk_information_report", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "introduction",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    seeker = table.Column<byte[]>(type: "BLOB", nullable: false),
                    job = table.Column<byte[]>(type: "BLOB", nullable: true),
                    employer = table.Column<string>(type: "TEXT", nullable: true),
                    result = table.Column<string>(type: "TEXT", nullable: true),
                    person = table.Column<byte[]>(type: "BLOB", nullable: true),
                    wants = table.Column<string>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("pk_introduction", x => x.id);
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
                name: "job",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    trade = table.Column<string>(type: "TEXT", nullable: true),
                    body = table.Column<byte[]>(type: "BLOB", nullable: true),
                    employer = table.Column<string>(type: "TEXT", nullable: true),
                    number = table.Column<long>(type: "INTEGER", nullable: true),
                    open_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    filled_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    closed = table.Column<DateOnly>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("pk_job", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "job_fair",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", nullable: true),
                    partner = table.Column<byte[]>(type: "BLOB", nullable: true),
                    firms = table.Column<long>(type: "INTEGER", nullable: true),
                    posts = table.Column<long>(type: "INTEGER", nullable: true),
                    seekers = table.Column<long>(type: "INTEGER", nullable: true),
                    agreed = table.Column<long>(type: "INTEGER", nullable: true),
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
                    table.PrimaryKey("pk_job_fair", x => x.id);
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
                name: "leave",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    holder = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("pk_leave", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "measure_definition",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    json = table.Column<string>(type: "TEXT", nullable: false),
                    closed = table.Column<bool>(type: "INTEGER", nullable: false),
                    defined_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    defined_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_measure_definition", x => new { x.key, x.version });
                });

            migrationBuilder.CreateTable(
                name: "meeting",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: true),
                    venue = table.Column<byte[]>(type: "BLOB", nullable: true),
                    venue_kind = table.Column<string>(type: "TEXT", nullable: true),
                    present = table.Column<long>(type: "INTEGER", nullable: true),
                    agenda = table.Column<string>(type: "TEXT", nullable: true),
                    resolutions = table.Column<string>(type: "TEXT", nullable: true),
                    org_level = table.Column<string>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("pk_meeting", x => x.id);
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
                name: "notice",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: true),
                    direction = table.Column<string>(type: "TEXT", nullable: true),
                    from_ = table.Column<byte[]>(type: "BLOB", nullable: true),
                    deadline = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    asks = table.Column<string>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("pk_notice", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "notice_receipt",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    notice = table.Column<byte[]>(type: "BLOB", nullable: false),
                    signed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    signed_by = table.Column<string>(type: "TEXT", nullable: true),
                    answer = table.Column<string>(type: "TEXT", nullable: true),
                    answered = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    late = table.Column<bool>(type: "INTEGER", nullable: true),
                    sent_back = table.Column<string>(type: "TEXT", nullable: true),
                    done = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    deadline = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    title = table.Column<string>(type: "TEXT", nullable: true),
                    direction = table.Column<string>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("pk_notice_receipt", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "objective",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    plan = table.Column<byte[]>(type: "BLOB", nullable: false),
                    above = table.Column<byte[]>(type: "BLOB", nullable: true),
                    position = table.Column<long>(type: "INTEGER", nullable: true),
                    text = table.Column<string>(type: "TEXT", nullable: false),
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
                    table.PrimaryKey("pk_objective", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "opinion",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: true),
                    topics = table.Column<string>(type: "TEXT", nullable: true),
                    person = table.Column<byte[]>(type: "BLOB", nullable: true),
                    people = table.Column<long>(type: "INTEGER", nullable: true),
                    passed_to = table.Column<string>(type: "TEXT", nullable: false),
                    answer = table.Column<string>(type: "TEXT", nullable: true),
                    answered_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("pk_opinion", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "organization",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: true),
                    level = table.Column<string>(type: "TEXT", nullable: true),
                    domain = table.Column<string>(type: "TEXT", nullable: true),
                    body = table.Column<byte[]>(type: "BLOB", nullable: true),
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
                name: "own_occasion",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    rule = table.Column<string>(type: "TEXT", nullable: false),
                    action = table.Column<string>(type: "TEXT", nullable: true),
                    ahead = table.Column<long>(type: "INTEGER", nullable: true),
                    festival = table.Column<string>(type: "TEXT", nullable: true),
                    levels = table.Column<string>(type: "TEXT", nullable: true),
                    off = table.Column<bool>(type: "INTEGER", nullable: true),
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
                    table.PrimaryKey("pk_own_occasion", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "own_training",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person = table.Column<byte[]>(type: "BLOB", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: true),
                    held_by = table.Column<string>(type: "TEXT", nullable: true),
                    level = table.Column<string>(type: "TEXT", nullable: true),
                    mode = table.Column<string>(type: "TEXT", nullable: true),
                    hours = table.Column<long>(type: "INTEGER", nullable: true),
                    result = table.Column<string>(type: "TEXT", nullable: true),
                    role = table.Column<string>(type: "TEXT", nullable: true),
                    org_level = table.Column<string>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("pk_own_training", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pairing",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: true),
                    helper = table.Column<byte[]>(type: "BLOB", nullable: true),
                    helper_name = table.Column<string>(type: "TEXT", nullable: true),
                    helper_body = table.Column<byte[]>(type: "BLOB", nullable: true),
                    helper_organization = table.Column<long>(type: "INTEGER", nullable: true),
                    person = table.Column<byte[]>(type: "BLOB", nullable: true),
                    household = table.Column<byte[]>(type: "BLOB", nullable: true),
                    organization = table.Column<long>(type: "INTEGER", nullable: true),
                    body = table.Column<byte[]>(type: "BLOB", nullable: true),
                    subject = table.Column<byte[]>(type: "BLOB", nullable: true),
                    vetted = table.Column<bool>(type: "INTEGER", nullable: false),
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
                    table.PrimaryKey("pk_pairing", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "patrol",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    team = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: true),
                    route = table.Column<string>(type: "TEXT", nullable: true),
                    people = table.Column<long>(type: "INTEGER", nullable: true),
                    starts = table.Column<string>(type: "TEXT", nullable: true),
                    ends = table.Column<string>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("pk_patrol", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "patrol_person",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    patrol = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("pk_patrol_person", x => x.id);
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
                    disability = table.Column<string>(type: "TEXT", nullable: true),
                    disability_grade = table.Column<string>(type: "TEXT", nullable: true),
                    health = table.Column<byte[]>(type: "BLOB", nullable: true),
                    guardian = table.Column<byte[]>(type: "BLOB", nullable: true),
                    guardian2 = table.Column<byte[]>(type: "BLOB", nullable: true),
                    carer = table.Column<byte[]>(type: "BLOB", nullable: true),
                    school = table.Column<string>(type: "TEXT", nullable: true),
                    grade = table.Column<string>(type: "TEXT", nullable: true),
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
                name: "person_income",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("pk_person_income", x => x.id);
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
                name: "plan",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: true),
                    from_ = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to_ = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    objectives = table.Column<string>(type: "TEXT", nullable: true),
                    above = table.Column<byte[]>(type: "BLOB", nullable: true),
                    copy_of = table.Column<byte[]>(type: "BLOB", nullable: true),
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
                    table.PrimaryKey("pk_plan", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plan_share",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    plan = table.Column<byte[]>(type: "BLOB", nullable: false),
                    signed_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    signer = table.Column<string>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("pk_plan_share", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plan_task",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    plan = table.Column<byte[]>(type: "BLOB", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    objective = table.Column<byte[]>(type: "BLOB", nullable: true),
                    kind = table.Column<string>(type: "TEXT", nullable: true),
                    owner = table.Column<long>(type: "INTEGER", nullable: true),
                    department = table.Column<byte[]>(type: "BLOB", nullable: true),
                    due = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    aim = table.Column<long>(type: "INTEGER", nullable: true),
                    done = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    plan_kind = table.Column<string>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("pk_plan_task", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "planned_activity",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: true),
                    festival = table.Column<string>(type: "TEXT", nullable: true),
                    task = table.Column<byte[]>(type: "BLOB", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", nullable: true),
                    activity = table.Column<byte[]>(type: "BLOB", nullable: true),
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
                    table.PrimaryKey("pk_planned_activity", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "policy_delivery",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    policy = table.Column<string>(type: "TEXT", nullable: true),
                    households = table.Column<long>(type: "INTEGER", nullable: true),
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
                    table.PrimaryKey("pk_policy_delivery", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "post",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person = table.Column<byte[]>(type: "BLOB", nullable: false),
                    role = table.Column<string>(type: "TEXT", nullable: true),
                    means = table.Column<string>(type: "TEXT", nullable: true),
                    org_kind = table.Column<string>(type: "TEXT", nullable: true),
                    org_level = table.Column<string>(type: "TEXT", nullable: true),
                    org_domain = table.Column<string>(type: "TEXT", nullable: true),
                    follows = table.Column<byte[]>(type: "BLOB", nullable: true),
                    seat = table.Column<byte[]>(type: "BLOB", nullable: true),
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
                name: "product",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    category = table.Column<string>(type: "TEXT", nullable: true),
                    workshop = table.Column<byte[]>(type: "BLOB", nullable: true),
                    body = table.Column<byte[]>(type: "BLOB", nullable: true),
                    spokeswoman = table.Column<byte[]>(type: "BLOB", nullable: true),
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
                    table.PrimaryKey("pk_product", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "product_sale",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    product = table.Column<byte[]>(type: "BLOB", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: true),
                    orders = table.Column<long>(type: "INTEGER", nullable: true),
                    channel = table.Column<string>(type: "TEXT", nullable: true),
                    category = table.Column<string>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("pk_product_sale", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "production_base",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: true),
                    level = table.Column<string>(type: "TEXT", nullable: true),
                    led_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    body = table.Column<byte[]>(type: "BLOB", nullable: true),
                    opened = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    closed = table.Column<DateOnly>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("pk_production_base", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "programme",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: true),
                    level = table.Column<string>(type: "TEXT", nullable: true),
                    plan = table.Column<byte[]>(type: "BLOB", nullable: true),
                    from_ = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to_ = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    aim = table.Column<string>(type: "TEXT", nullable: true),
                    budget = table.Column<long>(type: "INTEGER", nullable: true),
                    spent = table.Column<long>(type: "INTEGER", nullable: true),
                    results = table.Column<string>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("pk_programme", x => x.id);
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
                name: "report",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: true),
                    period = table.Column<string>(type: "TEXT", nullable: false),
                    recipient = table.Column<string>(type: "TEXT", nullable: true),
                    number = table.Column<string>(type: "TEXT", nullable: true),
                    copies = table.Column<string>(type: "TEXT", nullable: true),
                    published = table.Column<long>(type: "INTEGER", nullable: false),
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
                    table.PrimaryKey("pk_report", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "report_comment",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    report = table.Column<byte[]>(type: "BLOB", nullable: false),
                    block = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    by_ = table.Column<byte[]>(type: "BLOB", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    dealt_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    dealt_by = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_comment", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "report_publication",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    report = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    place = table.Column<long>(type: "INTEGER", nullable: false),
                    org = table.Column<long>(type: "INTEGER", nullable: false),
                    period = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    figures = table.Column<int>(type: "INTEGER", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    by_ = table.Column<byte[]>(type: "BLOB", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    signed_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    signed_name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    signed_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_publication", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "report_template",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    org = table.Column<long>(type: "INTEGER", nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    by_ = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_template", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "report_text",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    report = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    deed = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    by_ = table.Column<byte[]>(type: "BLOB", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_text", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reported_figure",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    measure = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    label = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    wording = table.Column<string>(type: "TEXT", nullable: false),
                    conditions = table.Column<string>(type: "TEXT", nullable: false),
                    place = table.Column<long>(type: "INTEGER", nullable: false),
                    period = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    from_ = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    through = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    value = table.Column<long>(type: "INTEGER", nullable: false),
                    part = table.Column<long>(type: "INTEGER", nullable: true),
                    whole = table.Column<long>(type: "INTEGER", nullable: true),
                    scope = table.Column<string>(type: "TEXT", nullable: false),
                    org = table.Column<long>(type: "INTEGER", nullable: false),
                    list = table.Column<byte[]>(type: "BLOB", nullable: false),
                    entries = table.Column<int>(type: "INTEGER", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    reported_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    reported_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reported_figure", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "representation",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: true),
                    rank = table.Column<string>(type: "TEXT", nullable: true),
                    level = table.Column<string>(type: "TEXT", nullable: true),
                    women = table.Column<long>(type: "INTEGER", nullable: true),
                    total = table.Column<long>(type: "INTEGER", nullable: true),
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
                    table.PrimaryKey("pk_representation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "residence_change",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: true),
                    elsewhere = table.Column<string>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("pk_residence_change", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "rota",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    holder = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: true),
                    through = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    days = table.Column<long>(type: "INTEGER", nullable: true),
                    matters = table.Column<long>(type: "INTEGER", nullable: true),
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
                    table.PrimaryKey("pk_rota", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "rubric",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    year = table.Column<long>(type: "INTEGER", nullable: false),
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
                    table.PrimaryKey("pk_rubric", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "rubric_item",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    rubric = table.Column<byte[]>(type: "BLOB", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    position = table.Column<long>(type: "INTEGER", nullable: true),
                    kind = table.Column<string>(type: "TEXT", nullable: true),
                    points = table.Column<long>(type: "INTEGER", nullable: true),
                    measure = table.Column<string>(type: "TEXT", nullable: true),
                    conditions = table.Column<string>(type: "TEXT", nullable: true),
                    full_ = table.Column<long>(type: "INTEGER", nullable: true),
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
                    table.PrimaryKey("pk_rubric_item", x => x.id);
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
                name: "seeker",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person = table.Column<byte[]>(type: "BLOB", nullable: false),
                    wants = table.Column<string>(type: "TEXT", nullable: true),
                    skills = table.Column<string>(type: "TEXT", nullable: true),
                    from_ = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to_ = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ending = table.Column<string>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("pk_seeker", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "service_hours",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person = table.Column<byte[]>(type: "BLOB", nullable: false),
                    activity = table.Column<byte[]>(type: "BLOB", nullable: true),
                    team = table.Column<byte[]>(type: "BLOB", nullable: true),
                    kind = table.Column<string>(type: "TEXT", nullable: true),
                    hours = table.Column<long>(type: "INTEGER", nullable: true),
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
                    table.PrimaryKey("pk_service_hours", x => x.id);
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
                name: "sign_in",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    activity = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person = table.Column<byte[]>(type: "BLOB", nullable: true),
                    name = table.Column<string>(type: "TEXT", nullable: true),
                    village = table.Column<string>(type: "TEXT", nullable: true),
                    arrived = table.Column<string>(type: "TEXT", nullable: true),
                    left_ = table.Column<string>(type: "TEXT", nullable: true),
                    kind = table.Column<string>(type: "TEXT", nullable: true),
                    topics = table.Column<string>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("pk_sign_in", x => x.id);
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
                name: "supervision",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    demand = table.Column<string>(type: "TEXT", nullable: true),
                    issuer = table.Column<long>(type: "INTEGER", nullable: true),
                    task = table.Column<byte[]>(type: "BLOB", nullable: true),
                    target = table.Column<byte[]>(type: "BLOB", nullable: true),
                    problem = table.Column<byte[]>(type: "BLOB", nullable: true),
                    deadline = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    reply = table.Column<string>(type: "TEXT", nullable: true),
                    replied = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    late = table.Column<bool>(type: "INTEGER", nullable: true),
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
                    table.PrimaryKey("pk_supervision", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "talent",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kinds = table.Column<string>(type: "TEXT", nullable: true),
                    level = table.Column<string>(type: "TEXT", nullable: true),
                    speciality = table.Column<string>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("pk_talent", x => x.id);
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
                name: "target",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    measure = table.Column<string>(type: "TEXT", nullable: false),
                    conditions = table.Column<string>(type: "TEXT", nullable: true),
                    period = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<long>(type: "INTEGER", nullable: true),
                    direction = table.Column<string>(type: "TEXT", nullable: true),
                    plan = table.Column<byte[]>(type: "BLOB", nullable: true),
                    objective = table.Column<byte[]>(type: "BLOB", nullable: true),
                    title = table.Column<string>(type: "TEXT", nullable: true),
                    from_ = table.Column<DateOnly>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("pk_target", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "team",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: true),
                    leader = table.Column<byte[]>(type: "BLOB", nullable: true),
                    headcount = table.Column<long>(type: "INTEGER", nullable: true),
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
                    table.PrimaryKey("pk_team", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "team_member",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    team = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person = table.Column<byte[]>(type: "BLOB", nullable: true),
                    name = table.Column<string>(type: "TEXT", nullable: true),
                    from_ = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to_ = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    kind = table.Column<string>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("pk_team_member", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "venue",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: true),
                    level = table.Column<string>(type: "TEXT", nullable: true),
                    opened = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    closed = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    offers = table.Column<string>(type: "TEXT", nullable: true),
                    parts = table.Column<long>(type: "INTEGER", nullable: true),
                    rules = table.Column<long>(type: "INTEGER", nullable: true),
                    hours = table.Column<string>(type: "TEXT", nullable: true),
                    area = table.Column<long>(type: "INTEGER", nullable: true),
                    invested = table.Column<long>(type: "INTEGER", nullable: true),
                    equipment = table.Column<string>(type: "TEXT", nullable: true),
                    serves_up_to = table.Column<long>(type: "INTEGER", nullable: true),
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
                    table.PrimaryKey("pk_venue", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "venue_level",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    venue = table.Column<byte[]>(type: "BLOB", nullable: false),
                    level = table.Column<string>(type: "TEXT", nullable: true),
                    venue_kind = table.Column<string>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("pk_venue_level", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "village_group",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("pk_village_group", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "visit",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person = table.Column<byte[]>(type: "BLOB", nullable: true),
                    household = table.Column<byte[]>(type: "BLOB", nullable: true),
                    subject = table.Column<byte[]>(type: "BLOB", nullable: true),
                    body = table.Column<byte[]>(type: "BLOB", nullable: true),
                    body_kind = table.Column<string>(type: "TEXT", nullable: true),
                    kind = table.Column<string>(type: "TEXT", nullable: true),
                    festival = table.Column<string>(type: "TEXT", nullable: true),
                    topics = table.Column<string>(type: "TEXT", nullable: true),
                    mode = table.Column<string>(type: "TEXT", nullable: true),
                    situation = table.Column<string>(type: "TEXT", nullable: true),
                    needs = table.Column<string>(type: "TEXT", nullable: true),
                    given = table.Column<long>(type: "INTEGER", nullable: true),
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

            migrationBuilder.CreateTable(
                name: "wish",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person = table.Column<byte[]>(type: "BLOB", nullable: true),
                    household = table.Column<byte[]>(type: "BLOB", nullable: true),
                    subject = table.Column<byte[]>(type: "BLOB", nullable: true),
                    wanted = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<long>(type: "INTEGER", nullable: true),
                    donor = table.Column<string>(type: "TEXT", nullable: true),
                    donor_body = table.Column<byte[]>(type: "BLOB", nullable: true),
                    fulfilled_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("pk_wish", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "work_rule",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("pk_work_rule", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "workbook_form",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    register = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    org = table.Column<long>(type: "INTEGER", nullable: false),
                    file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    bindings = table.Column<string>(type: "TEXT", nullable: false),
                    confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    added_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    added_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_workbook_form", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "zero_report",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: true),
                    about = table.Column<string>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("pk_zero_report", x => x.id);
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
                name: "ix_activity_course_day",
                table: "activity",
                column: "course_day");

            migrationBuilder.CreateIndex(
                name: "ix_activity_date",
                table: "activity",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_activity_match",
                table: "activity",
                columns: new[] { "title", "date", "place" });

            migrationBuilder.CreateIndex(
                name: "ix_activity_measure_date",
                table: "activity",
                columns: new[] { "place", "date", "audience", "cost", "days", "festival", "kind", "mode", "ordinal", "org", "participants", "state", "team", "topics", "venue", "venue_kind" });

            migrationBuilder.CreateIndex(
                name: "ix_activity_org",
                table: "activity",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_activity_planned",
                table: "activity",
                column: "planned");

            migrationBuilder.CreateIndex(
                name: "ix_activity_team",
                table: "activity",
                column: "team");

            migrationBuilder.CreateIndex(
                name: "ix_activity_venue",
                table: "activity",
                column: "venue");

            migrationBuilder.CreateIndex(
                name: "ix_activity_partner_activity",
                table: "activity_partner",
                column: "activity");

            migrationBuilder.CreateIndex(
                name: "ix_activity_partner_body",
                table: "activity_partner",
                column: "body");

            migrationBuilder.CreateIndex(
                name: "ix_activity_partner_date",
                table: "activity_partner",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_activity_partner_measure_date",
                table: "activity_partner",
                columns: new[] { "place", "date", "activity", "body", "festival", "kind", "org", "share", "state", "topics" });

            migrationBuilder.CreateIndex(
                name: "ix_activity_partner_org",
                table: "activity_partner",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_activity_result_activity",
                table: "activity_result",
                column: "activity");

            migrationBuilder.CreateIndex(
                name: "ix_activity_result_date",
                table: "activity_result",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_activity_result_measure_date",
                table: "activity_result",
                columns: new[] { "place", "date", "area", "kind", "number", "org", "result", "sales", "state", "topics" });

            migrationBuilder.CreateIndex(
                name: "ix_activity_result_org",
                table: "activity_result",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_adopted_project_date",
                table: "adopted_project",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_adopted_project_done",
                table: "adopted_project",
                columns: new[] { "done", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_adopted_project_exec",
                table: "adopted_project",
                column: "exec");

            migrationBuilder.CreateIndex(
                name: "ix_adopted_project_measure_date",
                table: "adopted_project",
                columns: new[] { "place", "date", "exec", "kind", "org", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_adopted_project_measure_done",
                table: "adopted_project",
                columns: new[] { "place", "done", "kind", "org", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_adopted_project_org",
                table: "adopted_project",
                columns: new[] { "org", "date", "state", "id" });

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
                name: "ix_assessment_score_date",
                table: "assessment_score",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_assessment_score_item",
                table: "assessment_score",
                column: "item");

            migrationBuilder.CreateIndex(
                name: "ix_assessment_score_measure_date",
                table: "assessment_score",
                columns: new[] { "place", "date", "org", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_assessment_score_org",
                table: "assessment_score",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_assessment_score_rubric",
                table: "assessment_score",
                column: "rubric");

            migrationBuilder.CreateIndex(
                name: "ix_attachment_content_hash",
                table: "attachment",
                column: "content_hash");

            migrationBuilder.CreateIndex(
                name: "ix_attachment_entry",
                table: "attachment",
                column: "entry");

            migrationBuilder.CreateIndex(
                name: "ix_attendance_date",
                table: "attendance",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_attendance_measure_date",
                table: "attendance",
                columns: new[] { "place", "date", "meeting_kind", "org", "person", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_attendance_meeting",
                table: "attendance",
                column: "meeting");

            migrationBuilder.CreateIndex(
                name: "ix_attendance_org",
                table: "attendance",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_attendance_person",
                table: "attendance",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "ix_base_figure_base",
                table: "base_figure",
                column: "base");

            migrationBuilder.CreateIndex(
                name: "ix_base_figure_date",
                table: "base_figure",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_base_figure_measure_date",
                table: "base_figure",
                columns: new[] { "place", "date", "area", "kind", "led_along", "level", "org", "output", "state", "women", "workers" });

            migrationBuilder.CreateIndex(
                name: "ix_base_figure_org",
                table: "base_figure",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_body_date",
                table: "body",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_body_match",
                table: "body",
                column: "name");

            migrationBuilder.CreateIndex(
                name: "ix_body_measure_from",
                table: "body",
                columns: new[] { "place", "from_", "to_", "domain", "has_union", "kind", "org", "staff", "state", "women", "women_led" });

            migrationBuilder.CreateIndex(
                name: "ix_body_org",
                table: "body",
                columns: new[] { "org", "date", "state", "id" });

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
                name: "ix_care_record_measure_date",
                table: "care_record",
                columns: new[] { "place", "date", "categories", "continues", "level", "org", "state", "subject" });

            migrationBuilder.CreateIndex(
                name: "ix_care_record_measure_from",
                table: "care_record",
                columns: new[] { "place", "from_", "to_", "categories", "level", "org", "state", "subject" });

            migrationBuilder.CreateIndex(
                name: "ix_care_record_measure_to",
                table: "care_record",
                columns: new[] { "place", "to_", "categories", "ending", "org", "state", "subject" });

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
                name: "ix_care_record_to",
                table: "care_record",
                columns: new[] { "to_", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_collected_work_date",
                table: "collected_work",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_collected_work_measure_date",
                table: "collected_work",
                columns: new[] { "place", "date", "chosen", "kind", "org", "pieces", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_collected_work_org",
                table: "collected_work",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_collected_work_person",
                table: "collected_work",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "ix_collection_date",
                table: "collection",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_collection_measure_date",
                table: "collection",
                columns: new[] { "place", "date", "org", "stage", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_collection_notice",
                table: "collection",
                column: "notice");

            migrationBuilder.CreateIndex(
                name: "ix_collection_org",
                table: "collection",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_collection_previous",
                table: "collection",
                column: "previous");

            migrationBuilder.CreateIndex(
                name: "ix_collection_return_collection",
                table: "collection_return",
                column: "collection");

            migrationBuilder.CreateIndex(
                name: "ix_collection_return_date",
                table: "collection_return",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_collection_return_deadline",
                table: "collection_return",
                columns: new[] { "deadline", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_collection_return_measure_date",
                table: "collection_return",
                columns: new[] { "place", "date", "minutes", "org", "row_count", "stage", "state", "zero" });

            migrationBuilder.CreateIndex(
                name: "ix_collection_return_measure_deadline",
                table: "collection_return",
                columns: new[] { "place", "deadline", "late", "org", "stage", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_collection_return_org",
                table: "collection_return",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_congress_date",
                table: "congress",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_congress_measure_date",
                table: "congress",
                columns: new[] { "place", "date", "term_ends", "ordinal", "org", "org_kind", "org_level", "present", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_congress_org",
                table: "congress",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_date",
                table: "consultation",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_measure_date",
                table: "consultation",
                columns: new[] { "place", "date", "channel", "kind", "on_spot", "org", "people", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_org",
                table: "consultation",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_person",
                table: "consultation",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "ix_contact_area_date",
                table: "contact_area",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_contact_area_exec",
                table: "contact_area",
                column: "exec");

            migrationBuilder.CreateIndex(
                name: "ix_contact_area_measure_from",
                table: "contact_area",
                columns: new[] { "place", "from_", "to_", "children", "exec", "org", "overloaded", "people", "special_families", "state", "women" });

            migrationBuilder.CreateIndex(
                name: "ix_contact_area_org",
                table: "contact_area",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_course_date",
                table: "course",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_course_match",
                table: "course",
                columns: new[] { "title", "date" });

            migrationBuilder.CreateIndex(
                name: "ix_course_measure_date",
                table: "course",
                columns: new[] { "place", "date", "audience", "learners", "level", "mode", "org", "purpose", "skill", "state", "subject" });

            migrationBuilder.CreateIndex(
                name: "ix_course_org",
                table: "course",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_course_partner",
                table: "course",
                column: "partner");

            migrationBuilder.CreateIndex(
                name: "ix_course_day_course",
                table: "course_day",
                column: "course");

            migrationBuilder.CreateIndex(
                name: "ix_course_day_date",
                table: "course_day",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_course_day_match",
                table: "course_day",
                columns: new[] { "course", "date" });

            migrationBuilder.CreateIndex(
                name: "ix_course_day_measure_date",
                table: "course_day",
                columns: new[] { "place", "date", "attendance", "audience", "hours", "mode", "org", "purpose", "skill", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_course_day_org",
                table: "course_day",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_delivered_household_date",
                table: "delivered_household",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_delivered_household_delivery",
                table: "delivered_household",
                column: "delivery");

            migrationBuilder.CreateIndex(
                name: "ix_delivered_household_household",
                table: "delivered_household",
                column: "household");

            migrationBuilder.CreateIndex(
                name: "ix_delivered_household_measure_date",
                table: "delivered_household",
                columns: new[] { "place", "date", "household", "org", "policy", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_delivered_household_org",
                table: "delivered_household",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_duty_done_by",
                table: "duty",
                column: "done_by");

            migrationBuilder.CreateIndex(
                name: "ix_duty_entry",
                table: "duty",
                column: "entry");

            migrationBuilder.CreateIndex(
                name: "ix_duty_misses_state",
                table: "duty",
                columns: new[] { "misses", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_duty_org_state_due",
                table: "duty",
                columns: new[] { "org", "state", "due" });

            migrationBuilder.CreateIndex(
                name: "ix_duty_place_rule",
                table: "duty",
                columns: new[] { "place", "rule" });

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
                name: "ix_duty_report_date",
                table: "duty_report",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_duty_report_holder",
                table: "duty_report",
                column: "holder");

            migrationBuilder.CreateIndex(
                name: "ix_duty_report_match",
                table: "duty_report",
                columns: new[] { "holder", "year" });

            migrationBuilder.CreateIndex(
                name: "ix_duty_report_measure_date",
                table: "duty_report",
                columns: new[] { "place", "date", "grade", "org", "org_level", "person", "role", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_duty_report_org",
                table: "duty_report",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_duty_report_person",
                table: "duty_report",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "ix_employment_checked_on",
                table: "employment",
                columns: new[] { "checked_on", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_employment_course",
                table: "employment",
                column: "course");

            migrationBuilder.CreateIndex(
                name: "ix_employment_date",
                table: "employment",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_employment_fair",
                table: "employment",
                column: "fair");

            migrationBuilder.CreateIndex(
                name: "ix_employment_match",
                table: "employment",
                columns: new[] { "person", "date" });

            migrationBuilder.CreateIndex(
                name: "ix_employment_measure_checked_on",
                table: "employment",
                columns: new[] { "place", "checked_on", "form", "found", "org", "person", "source", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_employment_measure_date",
                table: "employment",
                columns: new[] { "place", "date", "form", "number", "org", "person", "source", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_employment_org",
                table: "employment",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_employment_person",
                table: "employment",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "ix_employment_workshop",
                table: "employment",
                column: "workshop");

            migrationBuilder.CreateIndex(
                name: "ix_enrolment_course",
                table: "enrolment",
                column: "course");

            migrationBuilder.CreateIndex(
                name: "ix_enrolment_date",
                table: "enrolment",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_enrolment_measure_date",
                table: "enrolment",
                columns: new[] { "place", "date", "audience", "certificate", "finished", "learner", "mode", "org", "purpose", "skill", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_enrolment_org",
                table: "enrolment",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_enrolment_person",
                table: "enrolment",
                column: "person");

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
                name: "ix_finding_date",
                table: "finding",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_finding_measure_date",
                table: "finding",
                columns: new[] { "place", "date", "finds", "kind", "org", "settled", "spots", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_finding_org",
                table: "finding",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_finding_patrol",
                table: "finding",
                column: "patrol");

            migrationBuilder.CreateIndex(
                name: "ix_found_problem_closed",
                table: "found_problem",
                columns: new[] { "closed", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_found_problem_date",
                table: "found_problem",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_found_problem_measure_closed",
                table: "found_problem",
                columns: new[] { "place", "closed", "found", "org", "owner", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_found_problem_measure_date",
                table: "found_problem",
                columns: new[] { "place", "date", "to_", "found", "org", "owner", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_found_problem_org",
                table: "found_problem",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_group_member_date",
                table: "group_member",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_group_member_group",
                table: "group_member",
                column: "group_");

            migrationBuilder.CreateIndex(
                name: "ix_group_member_measure_from",
                table: "group_member",
                columns: new[] { "place", "from_", "to_", "covers", "group_", "group_kind", "org", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_group_member_org",
                table: "group_member",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_group_member_venue",
                table: "group_member",
                column: "venue");

            migrationBuilder.CreateIndex(
                name: "ix_handout_activity",
                table: "handout",
                column: "activity");

            migrationBuilder.CreateIndex(
                name: "ix_handout_date",
                table: "handout",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_handout_measure_date",
                table: "handout",
                columns: new[] { "place", "date", "copies", "festival", "item", "kind", "org", "state", "team", "topics", "venue_kind" });

            migrationBuilder.CreateIndex(
                name: "ix_handout_org",
                table: "handout",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_handout_team",
                table: "handout",
                column: "team");

            migrationBuilder.CreateIndex(
                name: "ix_holiday_date",
                table: "holiday",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_holiday_measure_date",
                table: "holiday",
                columns: new[] { "place", "date", "org", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_holiday_org",
                table: "holiday",
                columns: new[] { "org", "date", "state", "id" });

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
                name: "ix_import_register_at",
                table: "import",
                columns: new[] { "register", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_import_stage",
                table: "import",
                column: "stage");

            migrationBuilder.CreateIndex(
                name: "ix_incident_date",
                table: "incident",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_incident_measure_date",
                table: "incident",
                columns: new[] { "place", "date", "kind", "late", "org", "people", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_incident_org",
                table: "incident",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_information_report_adopted",
                table: "information_report",
                columns: new[] { "adopted", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_information_report_date",
                table: "information_report",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_information_report_match",
                table: "information_report",
                columns: new[] { "title", "outlet" });

            migrationBuilder.CreateIndex(
                name: "ix_information_report_measure_adopted",
                table: "information_report",
                columns: new[] { "place", "adopted", "level", "org", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_information_report_measure_date",
                table: "information_report",
                columns: new[] { "place", "date", "level", "org", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_information_report_org",
                table: "information_report",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_introduction_date",
                table: "introduction",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_introduction_job",
                table: "introduction",
                column: "job");

            migrationBuilder.CreateIndex(
                name: "ix_introduction_match",
                table: "introduction",
                columns: new[] { "seeker", "job" });

            migrationBuilder.CreateIndex(
                name: "ix_introduction_measure_date",
                table: "introduction",
                columns: new[] { "place", "date", "org", "person", "result", "state", "wants" });

            migrationBuilder.CreateIndex(
                name: "ix_introduction_org",
                table: "introduction",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_introduction_person",
                table: "introduction",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "ix_introduction_seeker",
                table: "introduction",
                column: "seeker");

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
                name: "ix_job_body",
                table: "job",
                column: "body");

            migrationBuilder.CreateIndex(
                name: "ix_job_date",
                table: "job",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_job_filled_on",
                table: "job",
                columns: new[] { "filled_on", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_job_measure_date",
                table: "job",
                columns: new[] { "place", "date", "closed", "number", "org", "state", "trade" });

            migrationBuilder.CreateIndex(
                name: "ix_job_measure_filled_on",
                table: "job",
                columns: new[] { "place", "filled_on", "number", "org", "state", "trade" });

            migrationBuilder.CreateIndex(
                name: "ix_job_org",
                table: "job",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_job_fair_date",
                table: "job_fair",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_job_fair_match",
                table: "job_fair",
                columns: new[] { "title", "date" });

            migrationBuilder.CreateIndex(
                name: "ix_job_fair_measure_date",
                table: "job_fair",
                columns: new[] { "place", "date", "agreed", "firms", "mode", "org", "posts", "seekers", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_job_fair_org",
                table: "job_fair",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_job_fair_partner",
                table: "job_fair",
                column: "partner");

            migrationBuilder.CreateIndex(
                name: "ix_leave_date",
                table: "leave",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_leave_holder",
                table: "leave",
                column: "holder");

            migrationBuilder.CreateIndex(
                name: "ix_leave_measure_from",
                table: "leave",
                columns: new[] { "place", "from_", "to_", "holder", "kind", "org", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_leave_org",
                table: "leave",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_meeting_date",
                table: "meeting",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_meeting_measure_date",
                table: "meeting",
                columns: new[] { "place", "date", "kind", "org", "org_level", "present", "state", "venue", "venue_kind" });

            migrationBuilder.CreateIndex(
                name: "ix_meeting_org",
                table: "meeting",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_meeting_venue",
                table: "meeting",
                column: "venue");

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
                name: "ix_notice_date",
                table: "notice",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_notice_from",
                table: "notice",
                column: "from_");

            migrationBuilder.CreateIndex(
                name: "ix_notice_match",
                table: "notice",
                columns: new[] { "title", "date" });

            migrationBuilder.CreateIndex(
                name: "ix_notice_measure_date",
                table: "notice",
                columns: new[] { "place", "date", "direction", "org", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_notice_org",
                table: "notice",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_notice_receipt_date",
                table: "notice_receipt",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_notice_receipt_deadline",
                table: "notice_receipt",
                columns: new[] { "deadline", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_notice_receipt_measure_date",
                table: "notice_receipt",
                columns: new[] { "place", "date", "direction", "org", "signed_on", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_notice_receipt_measure_deadline",
                table: "notice_receipt",
                columns: new[] { "place", "deadline", "direction", "done", "late", "org", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_notice_receipt_notice",
                table: "notice_receipt",
                column: "notice");

            migrationBuilder.CreateIndex(
                name: "ix_notice_receipt_org",
                table: "notice_receipt",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_objective_above",
                table: "objective",
                column: "above");

            migrationBuilder.CreateIndex(
                name: "ix_objective_date",
                table: "objective",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_objective_measure_date",
                table: "objective",
                columns: new[] { "place", "date", "org", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_objective_org",
                table: "objective",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_objective_plan",
                table: "objective",
                column: "plan");

            migrationBuilder.CreateIndex(
                name: "ix_opinion_answered_on",
                table: "opinion",
                columns: new[] { "answered_on", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_opinion_date",
                table: "opinion",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_opinion_measure_answered_on",
                table: "opinion",
                columns: new[] { "place", "answered_on", "org", "source", "state", "topics" });

            migrationBuilder.CreateIndex(
                name: "ix_opinion_measure_date",
                table: "opinion",
                columns: new[] { "place", "date", "org", "people", "source", "state", "topics" });

            migrationBuilder.CreateIndex(
                name: "ix_opinion_org",
                table: "opinion",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_opinion_person",
                table: "opinion",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "ix_organization_body",
                table: "organization",
                column: "body");

            migrationBuilder.CreateIndex(
                name: "ix_organization_date",
                table: "organization",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_organization_from",
                table: "organization",
                columns: new[] { "from_", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_organization_measure_from",
                table: "organization",
                columns: new[] { "place", "from_", "to_", "body", "domain", "kind", "level", "org", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_organization_org",
                table: "organization",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_own_occasion_date",
                table: "own_occasion",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_own_occasion_match",
                table: "own_occasion",
                column: "name");

            migrationBuilder.CreateIndex(
                name: "ix_own_occasion_org",
                table: "own_occasion",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_own_training_date",
                table: "own_training",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_own_training_match",
                table: "own_training",
                columns: new[] { "person", "title", "date" });

            migrationBuilder.CreateIndex(
                name: "ix_own_training_measure_date",
                table: "own_training",
                columns: new[] { "place", "date", "hours", "kind", "level", "mode", "org", "org_level", "person", "result", "role", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_own_training_org",
                table: "own_training",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_own_training_person",
                table: "own_training",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "ix_pairing_body",
                table: "pairing",
                column: "body");

            migrationBuilder.CreateIndex(
                name: "ix_pairing_date",
                table: "pairing",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_pairing_from",
                table: "pairing",
                columns: new[] { "from_", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_pairing_helper",
                table: "pairing",
                column: "helper");

            migrationBuilder.CreateIndex(
                name: "ix_pairing_helper_body",
                table: "pairing",
                column: "helper_body");

            migrationBuilder.CreateIndex(
                name: "ix_pairing_household",
                table: "pairing",
                column: "household");

            migrationBuilder.CreateIndex(
                name: "ix_pairing_match",
                table: "pairing",
                columns: new[] { "kind", "helper", "person" });

            migrationBuilder.CreateIndex(
                name: "ix_pairing_measure_from",
                table: "pairing",
                columns: new[] { "place", "from_", "to_", "kind", "org", "organization", "person", "state", "subject" });

            migrationBuilder.CreateIndex(
                name: "ix_pairing_org",
                table: "pairing",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_pairing_person",
                table: "pairing",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "ix_pairing_subject",
                table: "pairing",
                column: "subject");

            migrationBuilder.CreateIndex(
                name: "ix_patrol_date",
                table: "patrol",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_patrol_measure_date",
                table: "patrol",
                columns: new[] { "place", "date", "kind", "org", "people", "state", "team" });

            migrationBuilder.CreateIndex(
                name: "ix_patrol_org",
                table: "patrol",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_patrol_team",
                table: "patrol",
                column: "team");

            migrationBuilder.CreateIndex(
                name: "ix_patrol_person_date",
                table: "patrol_person",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_patrol_person_measure_date",
                table: "patrol_person",
                columns: new[] { "place", "date", "kind", "org", "person", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_patrol_person_org",
                table: "patrol_person",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_patrol_person_patrol",
                table: "patrol_person",
                column: "patrol");

            migrationBuilder.CreateIndex(
                name: "ix_patrol_person_person",
                table: "patrol_person",
                column: "person");

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
                name: "ix_person_match",
                table: "person",
                columns: new[] { "match_name", "birth" });

            migrationBuilder.CreateIndex(
                name: "ix_person_measure_from",
                table: "person",
                columns: new[] { "place", "from_", "to_", "birth", "disability", "disability_grade", "education", "employment", "id", "nationality", "org", "politics", "sex", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_person_org",
                table: "person",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_person_income_date",
                table: "person_income",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_person_income_measure_from",
                table: "person_income",
                columns: new[] { "place", "from_", "to_", "kind", "org", "person", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_person_income_org",
                table: "person_income",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_person_income_person",
                table: "person_income",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "ix_place_code",
                table: "place",
                column: "code");

            migrationBuilder.CreateIndex(
                name: "ix_plan_above",
                table: "plan",
                column: "above");

            migrationBuilder.CreateIndex(
                name: "ix_plan_copy_of",
                table: "plan",
                column: "copy_of");

            migrationBuilder.CreateIndex(
                name: "ix_plan_date",
                table: "plan",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_measure_date",
                table: "plan",
                columns: new[] { "place", "date", "kind", "org", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_measure_from",
                table: "plan",
                columns: new[] { "place", "from_", "to_", "kind", "org", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_org",
                table: "plan",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_share_date",
                table: "plan_share",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_share_measure_signed_on",
                table: "plan_share",
                columns: new[] { "place", "signed_on", "org", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_share_org",
                table: "plan_share",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_share_plan",
                table: "plan_share",
                column: "plan");

            migrationBuilder.CreateIndex(
                name: "ix_plan_share_signed_on",
                table: "plan_share",
                columns: new[] { "signed_on", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_task_date",
                table: "plan_task",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_task_department",
                table: "plan_task",
                column: "department");

            migrationBuilder.CreateIndex(
                name: "ix_plan_task_done",
                table: "plan_task",
                columns: new[] { "done", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_task_due",
                table: "plan_task",
                columns: new[] { "due", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_task_measure_date",
                table: "plan_task",
                columns: new[] { "place", "date", "kind", "org", "plan_kind", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_task_measure_done",
                table: "plan_task",
                columns: new[] { "place", "done", "kind", "org", "plan_kind", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_task_measure_due",
                table: "plan_task",
                columns: new[] { "place", "due", "department", "done", "kind", "org", "owner", "plan_kind", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_task_objective",
                table: "plan_task",
                column: "objective");

            migrationBuilder.CreateIndex(
                name: "ix_plan_task_org",
                table: "plan_task",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_task_plan",
                table: "plan_task",
                column: "plan");

            migrationBuilder.CreateIndex(
                name: "ix_planned_activity_activity",
                table: "planned_activity",
                column: "activity");

            migrationBuilder.CreateIndex(
                name: "ix_planned_activity_date",
                table: "planned_activity",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_planned_activity_measure_date",
                table: "planned_activity",
                columns: new[] { "place", "date", "festival", "kind", "org", "outcome", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_planned_activity_org",
                table: "planned_activity",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_planned_activity_task",
                table: "planned_activity",
                column: "task");

            migrationBuilder.CreateIndex(
                name: "ix_policy_delivery_date",
                table: "policy_delivery",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_policy_delivery_measure_date",
                table: "policy_delivery",
                columns: new[] { "place", "date", "households", "org", "policy", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_policy_delivery_org",
                table: "policy_delivery",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_post_date",
                table: "post",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_post_follows",
                table: "post",
                column: "follows");

            migrationBuilder.CreateIndex(
                name: "ix_post_measure_from",
                table: "post",
                columns: new[] { "place", "from_", "to_", "means", "org", "org_domain", "org_kind", "org_level", "person", "role", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_post_org",
                table: "post",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_post_person",
                table: "post",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "ix_post_seat",
                table: "post",
                column: "seat");

            migrationBuilder.CreateIndex(
                name: "ix_product_body",
                table: "product",
                column: "body");

            migrationBuilder.CreateIndex(
                name: "ix_product_date",
                table: "product",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_product_match",
                table: "product",
                column: "name");

            migrationBuilder.CreateIndex(
                name: "ix_product_measure_from",
                table: "product",
                columns: new[] { "place", "from_", "to_", "category", "org", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_product_org",
                table: "product",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_product_spokeswoman",
                table: "product",
                column: "spokeswoman");

            migrationBuilder.CreateIndex(
                name: "ix_product_workshop",
                table: "product",
                column: "workshop");

            migrationBuilder.CreateIndex(
                name: "ix_product_sale_date",
                table: "product_sale",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_product_sale_match",
                table: "product_sale",
                columns: new[] { "product", "date" });

            migrationBuilder.CreateIndex(
                name: "ix_product_sale_measure_date",
                table: "product_sale",
                columns: new[] { "place", "date", "amount", "category", "channel", "orders", "org", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_product_sale_org",
                table: "product_sale",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_product_sale_product",
                table: "product_sale",
                column: "product");

            migrationBuilder.CreateIndex(
                name: "ix_production_base_body",
                table: "production_base",
                column: "body");

            migrationBuilder.CreateIndex(
                name: "ix_production_base_date",
                table: "production_base",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_production_base_led_by",
                table: "production_base",
                column: "led_by");

            migrationBuilder.CreateIndex(
                name: "ix_production_base_match",
                table: "production_base",
                columns: new[] { "name", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_production_base_measure_opened",
                table: "production_base",
                columns: new[] { "place", "opened", "closed", "kind", "level", "org", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_production_base_opened",
                table: "production_base",
                columns: new[] { "opened", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_production_base_org",
                table: "production_base",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_programme_date",
                table: "programme",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_programme_from",
                table: "programme",
                columns: new[] { "from_", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_programme_match",
                table: "programme",
                column: "name");

            migrationBuilder.CreateIndex(
                name: "ix_programme_measure_from",
                table: "programme",
                columns: new[] { "place", "from_", "to_", "budget", "kind", "level", "org", "spent", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_programme_org",
                table: "programme",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_programme_plan",
                table: "programme",
                column: "plan");

            migrationBuilder.CreateIndex(
                name: "ix_report_date",
                table: "report",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_report_match",
                table: "report",
                columns: new[] { "title", "period" });

            migrationBuilder.CreateIndex(
                name: "ix_report_measure_date",
                table: "report",
                columns: new[] { "place", "date", "kind", "org", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_report_org",
                table: "report",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_report_comment_report_at",
                table: "report_comment",
                columns: new[] { "report", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_report_publication_org_at",
                table: "report_publication",
                columns: new[] { "org", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_report_publication_report_number",
                table: "report_publication",
                columns: new[] { "report", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_report_template_org",
                table: "report_template",
                column: "org");

            migrationBuilder.CreateIndex(
                name: "ix_report_text_report_number",
                table: "report_text",
                columns: new[] { "report", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reported_figure_measure_place_from__through",
                table: "reported_figure",
                columns: new[] { "measure", "place", "from_", "through" });

            migrationBuilder.CreateIndex(
                name: "ix_representation_date",
                table: "representation",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_representation_measure_date",
                table: "representation",
                columns: new[] { "place", "date", "to_", "kind", "level", "org", "rank", "state", "total", "women" });

            migrationBuilder.CreateIndex(
                name: "ix_representation_org",
                table: "representation",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_residence_change_date",
                table: "residence_change",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_residence_change_from",
                table: "residence_change",
                columns: new[] { "from_", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_residence_change_measure_from",
                table: "residence_change",
                columns: new[] { "place", "from_", "to_", "kind", "org", "person", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_residence_change_org",
                table: "residence_change",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_residence_change_person",
                table: "residence_change",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "ix_rota_date",
                table: "rota",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_rota_holder",
                table: "rota",
                column: "holder");

            migrationBuilder.CreateIndex(
                name: "ix_rota_measure_date",
                table: "rota",
                columns: new[] { "place", "date", "days", "holder", "kind", "matters", "org", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_rota_org",
                table: "rota",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_rubric_date",
                table: "rubric",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_rubric_match",
                table: "rubric",
                columns: new[] { "title", "year" });

            migrationBuilder.CreateIndex(
                name: "ix_rubric_measure_date",
                table: "rubric",
                columns: new[] { "place", "date", "org", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_rubric_org",
                table: "rubric",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_rubric_item_date",
                table: "rubric_item",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_rubric_item_measure_date",
                table: "rubric_item",
                columns: new[] { "place", "date", "kind", "org", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_rubric_item_org",
                table: "rubric_item",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_rubric_item_rubric",
                table: "rubric_item",
                column: "rubric");

            migrationBuilder.CreateIndex(
                name: "ix_saved_view_register_owner",
                table: "saved_view",
                columns: new[] { "register", "owner" });

            migrationBuilder.CreateIndex(
                name: "ix_seeker_date",
                table: "seeker",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_seeker_measure_from",
                table: "seeker",
                columns: new[] { "place", "from_", "to_", "org", "person", "state", "wants" });

            migrationBuilder.CreateIndex(
                name: "ix_seeker_org",
                table: "seeker",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_seeker_person",
                table: "seeker",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "ix_service_hours_activity",
                table: "service_hours",
                column: "activity");

            migrationBuilder.CreateIndex(
                name: "ix_service_hours_date",
                table: "service_hours",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_service_hours_measure_date",
                table: "service_hours",
                columns: new[] { "place", "date", "hours", "kind", "org", "person", "state", "team" });

            migrationBuilder.CreateIndex(
                name: "ix_service_hours_org",
                table: "service_hours",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_service_hours_person",
                table: "service_hours",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "ix_service_hours_team",
                table: "service_hours",
                column: "team");

            migrationBuilder.CreateIndex(
                name: "ix_sign_in_activity",
                table: "sign_in",
                column: "activity");

            migrationBuilder.CreateIndex(
                name: "ix_sign_in_date",
                table: "sign_in",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_sign_in_match",
                table: "sign_in",
                columns: new[] { "activity", "name" });

            migrationBuilder.CreateIndex(
                name: "ix_sign_in_measure_date",
                table: "sign_in",
                columns: new[] { "place", "date", "kind", "org", "person", "state", "topics" });

            migrationBuilder.CreateIndex(
                name: "ix_sign_in_org",
                table: "sign_in",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_sign_in_person",
                table: "sign_in",
                column: "person");

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
                name: "ix_supervision_date",
                table: "supervision",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_supervision_deadline",
                table: "supervision",
                columns: new[] { "deadline", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_supervision_measure_date",
                table: "supervision",
                columns: new[] { "place", "date", "late", "org", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_supervision_measure_deadline",
                table: "supervision",
                columns: new[] { "place", "deadline", "late", "org", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_supervision_org",
                table: "supervision",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_supervision_problem",
                table: "supervision",
                column: "problem");

            migrationBuilder.CreateIndex(
                name: "ix_supervision_target",
                table: "supervision",
                column: "target");

            migrationBuilder.CreateIndex(
                name: "ix_supervision_task",
                table: "supervision",
                column: "task");

            migrationBuilder.CreateIndex(
                name: "ix_talent_date",
                table: "talent",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_talent_from",
                table: "talent",
                columns: new[] { "from_", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_talent_measure_from",
                table: "talent",
                columns: new[] { "place", "from_", "to_", "kinds", "level", "org", "person", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_talent_org",
                table: "talent",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_talent_person",
                table: "talent",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "ix_target_date",
                table: "target",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_target_match",
                table: "target",
                columns: new[] { "measure", "conditions", "place", "period" });

            migrationBuilder.CreateIndex(
                name: "ix_target_measure_date",
                table: "target",
                columns: new[] { "place", "date", "direction", "org", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_target_measure_from",
                table: "target",
                columns: new[] { "place", "from_", "to_", "conditions", "direction", "measure", "org", "state", "value" });

            migrationBuilder.CreateIndex(
                name: "ix_target_objective",
                table: "target",
                column: "objective");

            migrationBuilder.CreateIndex(
                name: "ix_target_org",
                table: "target",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_target_plan",
                table: "target",
                column: "plan");

            migrationBuilder.CreateIndex(
                name: "ix_team_date",
                table: "team",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_team_leader",
                table: "team",
                column: "leader");

            migrationBuilder.CreateIndex(
                name: "ix_team_match",
                table: "team",
                columns: new[] { "name", "org" });

            migrationBuilder.CreateIndex(
                name: "ix_team_measure_from",
                table: "team",
                columns: new[] { "place", "from_", "to_", "headcount", "kind", "org", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_team_org",
                table: "team",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_team_member_date",
                table: "team_member",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_team_member_match",
                table: "team_member",
                columns: new[] { "team", "name" });

            migrationBuilder.CreateIndex(
                name: "ix_team_member_measure_from",
                table: "team_member",
                columns: new[] { "place", "from_", "to_", "kind", "org", "person", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_team_member_org",
                table: "team_member",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_team_member_person",
                table: "team_member",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "ix_team_member_team",
                table: "team_member",
                column: "team");

            migrationBuilder.CreateIndex(
                name: "ix_venue_date",
                table: "venue",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_venue_match",
                table: "venue",
                columns: new[] { "name", "kind", "place" });

            migrationBuilder.CreateIndex(
                name: "ix_venue_measure_opened",
                table: "venue",
                columns: new[] { "place", "opened", "closed", "area", "id", "invested", "kind", "level", "offers", "org", "parts", "rules", "serves_up_to", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_venue_opened",
                table: "venue",
                columns: new[] { "opened", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_venue_org",
                table: "venue",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_venue_level_date",
                table: "venue_level",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_venue_level_from",
                table: "venue_level",
                columns: new[] { "from_", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_venue_level_measure_from",
                table: "venue_level",
                columns: new[] { "place", "from_", "to_", "level", "org", "state", "venue", "venue_kind" });

            migrationBuilder.CreateIndex(
                name: "ix_venue_level_org",
                table: "venue_level",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_venue_level_venue",
                table: "venue_level",
                column: "venue");

            migrationBuilder.CreateIndex(
                name: "ix_village_group_date",
                table: "village_group",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_village_group_measure_from",
                table: "village_group",
                columns: new[] { "place", "from_", "to_", "kind", "org", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_village_group_org",
                table: "village_group",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_visit_body",
                table: "visit",
                column: "body");

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
                columns: new[] { "place", "date", "body", "body_kind", "festival", "given", "household", "kind", "mode", "needs", "org", "person", "situation", "state", "subject", "topics" });

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

            migrationBuilder.CreateIndex(
                name: "ix_wish_date",
                table: "wish",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_wish_donor_body",
                table: "wish",
                column: "donor_body");

            migrationBuilder.CreateIndex(
                name: "ix_wish_fulfilled_on",
                table: "wish",
                columns: new[] { "fulfilled_on", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_wish_household",
                table: "wish",
                column: "household");

            migrationBuilder.CreateIndex(
                name: "ix_wish_measure_date",
                table: "wish",
                columns: new[] { "place", "date", "org", "state", "subject" });

            migrationBuilder.CreateIndex(
                name: "ix_wish_measure_fulfilled_on",
                table: "wish",
                columns: new[] { "place", "fulfilled_on", "org", "state", "subject", "value" });

            migrationBuilder.CreateIndex(
                name: "ix_wish_org",
                table: "wish",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_wish_person",
                table: "wish",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "ix_wish_subject",
                table: "wish",
                column: "subject");

            migrationBuilder.CreateIndex(
                name: "ix_work_rule_date",
                table: "work_rule",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_work_rule_from",
                table: "work_rule",
                columns: new[] { "from_", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_work_rule_measure_from",
                table: "work_rule",
                columns: new[] { "place", "from_", "to_", "kind", "org", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_work_rule_org",
                table: "work_rule",
                columns: new[] { "org", "date", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_workbook_form_register_org",
                table: "workbook_form",
                columns: new[] { "register", "org" });

            migrationBuilder.CreateIndex(
                name: "ix_zero_report_date",
                table: "zero_report",
                columns: new[] { "date", "org", "state", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_zero_report_match",
                table: "zero_report",
                columns: new[] { "about", "org", "date" });

            migrationBuilder.CreateIndex(
                name: "ix_zero_report_measure_date",
                table: "zero_report",
                columns: new[] { "place", "date", "about", "org", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_zero_report_org",
                table: "zero_report",
                columns: new[] { "org", "date", "state", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account");

            migrationBuilder.DropTable(
                name: "activity");

            migrationBuilder.DropTable(
                name: "activity_partner");

            migrationBuilder.DropTable(
                name: "activity_result");

            migrationBuilder.DropTable(
                name: "adopted_project");

            migrationBuilder.DropTable(
                name: "api_token");

            migrationBuilder.DropTable(
                name: "assessment_score");

            migrationBuilder.DropTable(
                name: "attachment");

            migrationBuilder.DropTable(
                name: "attendance");

            migrationBuilder.DropTable(
                name: "base_figure");

            migrationBuilder.DropTable(
                name: "body");

            migrationBuilder.DropTable(
                name: "bound_device");

            migrationBuilder.DropTable(
                name: "care_record");

            migrationBuilder.DropTable(
                name: "collected_work");

            migrationBuilder.DropTable(
                name: "collection");

            migrationBuilder.DropTable(
                name: "collection_return");

            migrationBuilder.DropTable(
                name: "congress");

            migrationBuilder.DropTable(
                name: "consultation");

            migrationBuilder.DropTable(
                name: "contact_area");

            migrationBuilder.DropTable(
                name: "course");

            migrationBuilder.DropTable(
                name: "course_day");

            migrationBuilder.DropTable(
                name: "delivered_household");

            migrationBuilder.DropTable(
                name: "duty");

            migrationBuilder.DropTable(
                name: "duty_report");

            migrationBuilder.DropTable(
                name: "duty_rule");

            migrationBuilder.DropTable(
                name: "employment");

            migrationBuilder.DropTable(
                name: "enrolment");

            migrationBuilder.DropTable(
                name: "event");

            migrationBuilder.DropTable(
                name: "event_head");

            migrationBuilder.DropTable(
                name: "finding");

            migrationBuilder.DropTable(
                name: "found_problem");

            migrationBuilder.DropTable(
                name: "group_member");

            migrationBuilder.DropTable(
                name: "handout");

            migrationBuilder.DropTable(
                name: "holiday");

            migrationBuilder.DropTable(
                name: "household");

            migrationBuilder.DropTable(
                name: "import");

            migrationBuilder.DropTable(
                name: "import_form");

            migrationBuilder.DropTable(
                name: "import_line");

            migrationBuilder.DropTable(
                name: "incident");

            migrationBuilder.DropTable(
                name: "information_report");

            migrationBuilder.DropTable(
                name: "introduction");

            migrationBuilder.DropTable(
                name: "invitation");

            migrationBuilder.DropTable(
                name: "job");

            migrationBuilder.DropTable(
                name: "job_fair");

            migrationBuilder.DropTable(
                name: "kind_item");

            migrationBuilder.DropTable(
                name: "leave");

            migrationBuilder.DropTable(
                name: "measure_definition");

            migrationBuilder.DropTable(
                name: "meeting");

            migrationBuilder.DropTable(
                name: "member");

            migrationBuilder.DropTable(
                name: "notice");

            migrationBuilder.DropTable(
                name: "notice_receipt");

            migrationBuilder.DropTable(
                name: "objective");

            migrationBuilder.DropTable(
                name: "opinion");

            migrationBuilder.DropTable(
                name: "organization");

            migrationBuilder.DropTable(
                name: "own_occasion");

            migrationBuilder.DropTable(
                name: "own_training");

            migrationBuilder.DropTable(
                name: "pairing");

            migrationBuilder.DropTable(
                name: "patrol");

            migrationBuilder.DropTable(
                name: "patrol_person");

            migrationBuilder.DropTable(
                name: "person");

            migrationBuilder.DropTable(
                name: "person_income");

            migrationBuilder.DropTable(
                name: "place");

            migrationBuilder.DropTable(
                name: "place_label");

            migrationBuilder.DropTable(
                name: "place_succession");

            migrationBuilder.DropTable(
                name: "plan");

            migrationBuilder.DropTable(
                name: "plan_share");

            migrationBuilder.DropTable(
                name: "plan_task");

            migrationBuilder.DropTable(
                name: "planned_activity");

            migrationBuilder.DropTable(
                name: "policy_delivery");

            migrationBuilder.DropTable(
                name: "post");

            migrationBuilder.DropTable(
                name: "product");

            migrationBuilder.DropTable(
                name: "product_sale");

            migrationBuilder.DropTable(
                name: "production_base");

            migrationBuilder.DropTable(
                name: "programme");

            migrationBuilder.DropTable(
                name: "register_definition");

            migrationBuilder.DropTable(
                name: "report");

            migrationBuilder.DropTable(
                name: "report_comment");

            migrationBuilder.DropTable(
                name: "report_publication");

            migrationBuilder.DropTable(
                name: "report_template");

            migrationBuilder.DropTable(
                name: "report_text");

            migrationBuilder.DropTable(
                name: "reported_figure");

            migrationBuilder.DropTable(
                name: "representation");

            migrationBuilder.DropTable(
                name: "residence_change");

            migrationBuilder.DropTable(
                name: "rota");

            migrationBuilder.DropTable(
                name: "rubric");

            migrationBuilder.DropTable(
                name: "rubric_item");

            migrationBuilder.DropTable(
                name: "saved_view");

            migrationBuilder.DropTable(
                name: "search_doc");

            migrationBuilder.DropTable(
                name: "seeker");

            migrationBuilder.DropTable(
                name: "service_hours");

            migrationBuilder.DropTable(
                name: "setting");

            migrationBuilder.DropTable(
                name: "sign_in");

            migrationBuilder.DropTable(
                name: "sign_in_session");

            migrationBuilder.DropTable(
                name: "supervision");

            migrationBuilder.DropTable(
                name: "talent");

            migrationBuilder.DropTable(
                name: "tally");

            migrationBuilder.DropTable(
                name: "target");

            migrationBuilder.DropTable(
                name: "team");

            migrationBuilder.DropTable(
                name: "team_member");

            migrationBuilder.DropTable(
                name: "venue");

            migrationBuilder.DropTable(
                name: "venue_level");

            migrationBuilder.DropTable(
                name: "village_group");

            migrationBuilder.DropTable(
                name: "visit");

            migrationBuilder.DropTable(
                name: "wish");

            migrationBuilder.DropTable(
                name: "work_rule");

            migrationBuilder.DropTable(
                name: "workbook_form");

            migrationBuilder.DropTable(
                name: "zero_report");
        }
    }
}
