package org.redress.complaint;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.redress.customer.CustomerData;
import org.redress.customer.Segment;
import org.redress.organisation.Organisation;
import org.redress.shared.Bilingual;
import org.redress.shared.Business;
import org.redress.shared.FieldProblem;
import org.redress.shared.importer.ImportRow;
import org.redress.shared.importer.ImportSource;
import org.springframework.stereotype.Component;

/** One row of a file as the facts of a complaint; makes the team and the category it names where the mapping says so. */
@Component
class ImportFacts {

    private static final int LONGEST_TEAM = 64;
    private static final int LONGEST_CATEGORY = 100;
    private static final int LONGEST_NAME = 200;
    /** Fields of a complaint as the intake names them and as files do. */
    private static final Map<String, String> NAMES = Map.of("customer.account", "customerAccount", "customer.name", "customerName",
            "customer.phone", "customerPhone", "customer.address", "address", "outsideOrder.number", "outsideNumber",
            "outsideOrder.dueAt", "outsideDueAt");

    private final Organisation organisation;
    private final Categories categories;

    ImportFacts(Organisation organisation, Categories categories) {
        this.organisation = organisation;
        this.categories = categories;
    }

    CaptureComplaint of(ImportRow row, ImportSource source) {
        Integer group = row.number("groupSize");
        return CaptureComplaint.by(row.choice("channel", Channel.class))
                .source(source.name()).sourceKey(row.key())
                .summary(row.text("summary")).words(row.text("words")).remedySought(row.text("remedySought"))
                .receivedAt(row.moment("receivedAt"))
                .customer(customer(row)).anonymous(row.flag("anonymous")).confidential(row.flag("confidential"))
                .contactWay(row.text("contactWay"))
                .safety(row.flag("safety")).media(row.flag("media")).groupSize(group == null ? 1 : group)
                .outsideNumber(row.text("outsideNumber")).outsideDueAt(row.moment("outsideDueAt"))
                .business(row.choice("business", Business.class)).serviceJob(row.text("serviceJob"))
                .category(category(row, source)).sourceTeam(team(row, source))
                .build();
    }

    static List<FieldProblem> named(List<FieldProblem> problems) {
        return problems.stream()
                .map(problem -> new FieldProblem(NAMES.getOrDefault(problem.field(), problem.field()), problem.key(), problem.args()))
                .toList();
    }

    private static @Nullable CustomerData customer(ImportRow row) {
        String account = row.text("customerAccount");
        String name = row.text("customerName");
        String phone = row.text("customerPhone");
        return account == null && name == null && phone == null ? null
                : new CustomerData(account, name, phone, row.choice("segment", Segment.class), row.text("address"), row.text("area"));
    }

    private @Nullable String team(ImportRow row, ImportSource source) {
        String name = row.text("team");
        if (name == null || !source.ensureTeams()) {
            return name;
        }
        String code = ImportCodes.of(name, LONGEST_TEAM);
        if (organisation.team(code).isEmpty()) {
            String department = row.text("department");
            organisation.ensureTeam(code, sameInBoth(name), ImportCodes.of(department == null ? source.name() : department, LONGEST_TEAM));
        }
        return code;
    }

    private @Nullable String category(ImportRow row, ImportSource source) {
        String name = row.text("category");
        if (name == null || !source.ensureCategories()) {
            return name;
        }
        String code = ImportCodes.of(source.name() + " " + name, LONGEST_CATEGORY);
        CategoryClass kind = row.choice("categoryClass", CategoryClass.class);
        return categories.ensure(code, kind == null ? CategoryClass.SERVICE : kind, sameInBoth(name)).code();
    }

    /** The source has one name only. */
    private static Bilingual sameInBoth(String name) {
        String cut = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        return new Bilingual(cut, cut);
    }
}
