#include "opening.h"
#include "passphrase.h"

namespace fw::cli
{

static void option(QCommandLineParser& parser, const char* name, const char* help, const char* value = nullptr)
{
    parser.addOption({QString::fromLatin1(name), Message(help).text(), value ? QString::fromLatin1(value) : QString()});
}

static void playOptions(QCommandLineParser& parser)
{
    option(parser, "story", FW_MSG("only this one"), "id");
    option(parser, "brief", FW_MSG("only the result of each story"));
}

static void applyOptions(QCommandLineParser& parser)
{
    addStoreOption(parser);
    option(parser, "dry-run", FW_MSG("only show what would change"));
    option(parser, "note", FW_MSG("a sentence for the list of versions"), "text");
    option(parser, "no-backup", FW_MSG("make no backup first"));
    option(parser, "accept-loss", FW_MSG("agree to what the plan says would be lost"));
    option(parser, "runs", FW_MSG("what becomes of workflows under way: keep (default), move or stop"), "how");
    option(parser, "move", FW_MSG("where runs of a vanished step go on; may be repeated"), "workflow/step=step");
    option(parser, "sample-data", FW_MSG("fill the app with its sample data (workflows do not start)"));
    addPassphraseOptions(parser);
}

static void userOptions(QCommandLineParser& parser)
{
    addStoreOption(parser);
    option(parser, "name", FW_MSG("the person's name"), "name");
    option(parser, "email", FW_MSG("the person's e-mail address"), "address");
    option(parser, "language", FW_MSG("en or zh"), "language");
    option(parser, "role", FW_MSG("a role of the app, or admin; may be repeated"), "role");
}

static void feedOptions(QCommandLineParser& parser)
{
    addStoreOption(parser);
    option(parser, "quiet", FW_MSG("workflows do not start"));
}

static void runOptions(QCommandLineParser& parser)
{
    addStoreOption(parser);
    option(parser, "messages", FW_MSG("folder for messages of connectors without an address"), "folder");
    option(parser, "until-idle", FW_MSG("end when nothing is due any more"));
    option(parser, "backup-every", FW_MSG("back the store up at this interval: P1D, PT6H"), "duration");
    option(parser, "backup-to", FW_MSG("the folder for backups; beside the store without it"), "folder");
    option(parser, "backup-keep", FW_MSG("how many of these backups to keep (10)"), "number");
    addPassphraseOptions(parser);
}

static void backupOptions(QCommandLineParser& parser)
{
    addStoreOption(parser);
    option(parser, "to", FW_MSG("the folder for backups; beside the store without it"), "folder");
    option(parser, "list", FW_MSG("show the backups there are"));
    option(parser, "verify", FW_MSG("restore a backup into a scratch store and compare every table"), "file");
    addPassphraseOptions(parser);
}

static void restoreOptions(QCommandLineParser& parser)
{
    addStoreOption(parser);
    option(parser, "no-backup", FW_MSG("make no backup of what the store holds now"));
    addPassphraseOptions(parser);
}

static void importOptions(QCommandLineParser& parser)
{
    addStoreOption(parser);
    option(parser, "table", FW_MSG("the table to import into"), "id");
    option(parser, "map", FW_MSG("a YAML file that maps columns to fields and values to values"), "file");
    option(parser, "dry-run", FW_MSG("only check the rows"));
    option(parser, "errors", FW_MSG("where to write the rows that failed, with their reasons"), "file");
    option(parser, "start-workflows", FW_MSG("let workflows start for the imported records"));
}

static void queryOptions(QCommandLineParser& parser)
{
    addStoreOption(parser);
    option(parser, "where", FW_MSG("a condition, as in a definition"), "expression");
    option(parser, "fields", FW_MSG("the fields to show, separated by commas"), "list");
    option(parser, "sort", FW_MSG("fields to sort by; a leading - turns the order round"), "list");
    option(parser, "limit", FW_MSG("most rows shown (100)"), "number");
    option(parser, "why", FW_MSG("the reasons of the scores of one record"), "id");
}

static void runsOptions(QCommandLineParser& parser)
{
    addStoreOption(parser);
    option(parser, "record", FW_MSG("only those of this record"), "id");
    option(parser, "all", FW_MSG("ended ones too"));
}

static void whyNotOptions(QCommandLineParser& parser)
{
    addStoreOption(parser);
    option(parser, "record", FW_MSG("only those of this record"), "id");
}

static void incidentsOptions(QCommandLineParser& parser)
{
    addStoreOption(parser);
    option(parser, "do", FW_MSG("retry, skip, jump or cancel the run; retry, skip or sent for a message"), "action");
    option(parser, "step", FW_MSG("where to jump to"), "id");
    option(parser, "to", FW_MSG("another address for a message"), "address");
    option(parser, "code", FW_MSG("only incidents of this code"), "code");
    option(parser, "workflow", FW_MSG("only incidents of this workflow"), "id");
}

static void moveOptions(QCommandLineParser& parser)
{
    option(parser, "from", FW_MSG("the store that has the data"), "store");
    option(parser, "to", FW_MSG("the empty store that is to have them"), "store");
}

static void feelOptions(QCommandLineParser& parser)
{
    option(parser, "jsonl", FW_MSG("read one JSON request a line from standard input"));
    option(parser, "strict", FW_MSG("plain FEEL without the studio dialect"));
    option(parser, "functions", FW_MSG("write the manual of all functions"));
    option(parser, "models", FW_MSG("with --jsonl: decision models as JSON, one a line, that requests may name"),
           "file");
}

static void decideOptions(QCommandLineParser& parser)
{
    option(parser, "decision", FW_MSG("the decision or decision service to evaluate; without it all are listed"),
           "name");
    option(parser, "input", FW_MSG("the inputs as a JSON object"), "json");
    option(parser, "trace", FW_MSG("also show the decisions on the way"));
    option(parser, "convert", FW_MSG("write the model as a file of DMN 1.5 instead"), "file");
    option(parser, "into", FW_MSG("make the decisions of the model part of an app instead"), "folder");
    option(parser, "scoring", FW_MSG("with an app: one of its scoring tables; with --into: make one of this id"), "id");
    option(parser, "for", FW_MSG("with --into and --scoring: the table whose records it scores"), "table");
}

const std::vector<Command>& commands()
{
    static const std::vector<Command> list{
        {"check", FW_MSG("finds problems in an app definition"), "FOLDER", "formwright check templates/behaviour-crm",
         nullptr, runCheck},
        {"play", FW_MSG("plays an app's stories on a virtual clock"), "FOLDER",
         "formwright play templates/behaviour-crm\nformwright play templates/behaviour-crm --story hot_lead",
         playOptions, runPlay},
        {"apply", FW_MSG("publishes a definition into a store"), "FOLDER",
         "formwright apply templates/behaviour-crm --store crm.db --dry-run\nformwright apply templates/behaviour-crm "
         "--store crm.db --sample-data",
         applyOptions, runApply},
        {"user", FW_MSG("lists the people of a store, adds or changes one"), "[LOGIN]",
         "formwright user --store crm.db\nformwright user wang --name 王芳 --role sales --store crm.db", userOptions,
         runUser},
        {"setting", FW_MSG("shows or sets the app's settings and the addresses of its connectors"), "[KEY [VALUE]]",
         "formwright setting --store crm.db\nformwright setting connector.mail.url smtp://mail.example.com:587 --store "
         "crm.db\nformwright setting connector.mail.from crm@example.com --store crm.db",
         addStoreOption, runSetting},
        {"run", FW_MSG("runs a store: fires timers and sends messages"), "",
         "formwright run --store crm.db\nformwright run --store crm.db --until-idle", runOptions, runRun},
        {"feed", FW_MSG("takes events and records as JSON lines from standard input"), "",
         "formwright feed --store crm.db < events.jsonl", feedOptions, runFeed},
        {"import", FW_MSG("imports a CSV file into a table"), "FILE",
         "formwright import customers.csv --table customer --store crm.db --dry-run\nformwright import deals.csv "
         "--table deal --map deals.map.yaml --store crm.db",
         importOptions, runImport},
        {"query", FW_MSG("shows records of a table or the figures of a dashboard"),
         "TABLE | DASHBOARD[.TILE] | tasks | messages",
         "formwright query customer --where 'intent > 80' --sort -intent --store crm.db\nformwright query sales.hot "
         "--store crm.db --json",
         queryOptions, runQuery},
        {"runs", FW_MSG("lists the workflows under way"), "[WORKFLOW]",
         "formwright runs --store crm.db\nformwright runs hot_lead --all --store crm.db", runsOptions, runRuns},
        {"trace", FW_MSG("tells what a run did and why"), "RUN", "formwright trace 0190… --store crm.db",
         addStoreOption, runTrace},
        {"why-not", FW_MSG("tells why a workflow did not start"), "WORKFLOW",
         "formwright why-not hot_lead --store crm.db --record 0190…", whyNotOptions, runWhyNot},
        {"incidents", FW_MSG("lists what stands still, or settles it"), "[NUMBER… | all]",
         "formwright incidents --store crm.db\nformwright incidents 4 --do retry --store crm.db\nformwright incidents "
         "all "
         "--code message.in_doubt --do sent --store crm.db",
         incidentsOptions, runIncidents},
        {"catch-up", FW_MSG("tells what was made up for after the machine was off"), "",
         "formwright catch-up --store crm.db", addStoreOption, runCatchUp},
        {"backup", FW_MSG("backs a store up while it runs, and verifies the backup"), "",
         "formwright backup --store crm.db\nformwright backup --store crm.db --to /media/disk --passphrase-file "
         "secret.txt\nformwright backup --store crm.db --list\nformwright backup --verify "
         "crm.db.backups/crm.db-20260105T080000000Z-by-hand.fwbackup",
         backupOptions, runBackup},
        {"restore", FW_MSG("puts a backup in the place of a store"), "BACKUP",
         "formwright restore crm.db.backups/crm.db-20260105T080000000Z-by-hand.fwbackup --store crm.db", restoreOptions,
         runRestore},
        {"doctor", FW_MSG("examines a store and says what to do"), "", "formwright doctor --store crm.db",
         addStoreOption, runDoctor},
        {"audit", FW_MSG("checks the audit chain of a store: whether anything was changed behind its back"), "verify",
         "formwright audit verify --store crm.db", addStoreOption, runAudit},
        {"move", FW_MSG("moves a whole app's data from one store to another and verifies it"), "",
         "formwright move --from crm.db --to postgresql://crm@db.example.com/crm", moveOptions, runMove},
        {"schema", FW_MSG("lists the kinds of files, or prints the JSON Schema of one"), "[KIND]",
         "formwright schema\nformwright schema workflow > workflow.schema.json", nullptr, runSchema},
        {"feel", FW_MSG("evaluates an expression"), "[EXPRESSION]",
         "formwright feel '0.1 + 0.2'\nformwright feel --jsonl < requests.jsonl", feelOptions, runFeel},
        {"decide", FW_MSG("evaluates decisions of DMN files and of apps"), "FILE | FOLDER",
         "formwright decide loan.dmn\nformwright decide loan.dmn --decision Eligibility --input '{\"Age\": 18}'\n"
         "formwright decide old.dmn --convert new.dmn\nformwright decide my-app --decision discount --convert "
         "discount.dmn\n"
         "formwright decide loan.dmn --into my-app",
         decideOptions, runDecide},
        {"pack", FW_MSG("packs an app folder into one file"), "FOLDER FILE",
         "formwright pack templates/behaviour-crm crm.fwapp", nullptr, runPack},
        {"unpack", FW_MSG("unpacks an app into a new folder"), "FILE FOLDER", "formwright unpack crm.fwapp my-crm",
         nullptr, runUnpack},
    };
    return list;
}

} // namespace fw::cli
