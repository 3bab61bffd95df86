package io.keyuan;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.keyuan.engine.AcrossTenants;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Draft;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Past;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.SQL;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.Lifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RestController;

/** What holds of all code of the program, and keeps holding without anybody having to remember it. */
@AnalyzeClasses(packages = "io.keyuan", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ENGINE = "io.keyuan.engine..";
    private static final String SQL_AS_TEXT = "io.keyuan.engine.sql";
    private static final String SERVER = "io.keyuan.program.database";

    /** Puts numbers to the program from outside; it is no part of what serves people. */
    private static final String BENCH = "io.keyuan.bench..";

    /** Carries whatever tables there are, of the schema of any release, before there is an application. */
    private static final String BACKUP = "io.keyuan.backup..";

    /** The fence, and who passes it: before anybody is signed in, and for work of all companies, there is no tenant to name. */
    private static final Set<String> PAST_THE_FENCE = Set.of(
            "io.keyuan.engine.AcrossTenants",
            "io.keyuan.engine.sql.TenantGuard",
            "io.keyuan.engine.sql.TextRefusal",
            "io.keyuan.engine.attribute.AttributeRounds",
            "io.keyuan.engine.following.FollowedRecords",
            "io.keyuan.engine.attribute.ObjectUpkeep",
            "io.keyuan.engine.duplicates.KeyUpkeep",
            "io.keyuan.engine.duplicates.Positions",
            "io.keyuan.engine.automation.AutomationPlaces",
            "io.keyuan.engine.automation.AutomationRuleStore",
            "io.keyuan.engine.automation.AutomationRuns",
            "io.keyuan.engine.file.FileTexts",
            "io.keyuan.engine.file.ReceivedFiles",
            "io.keyuan.engine.file.StoredContents",
            "io.keyuan.engine.jobs.Clearing",
            "io.keyuan.engine.jobs.JobStore",
            "io.keyuan.engine.seal.Chain",
            "io.keyuan.engine.jobs.StoredFiles",
            "io.keyuan.engine.search.StaleDocuments",
            "io.keyuan.engine.timeline.CommentWords",
            "io.keyuan.engine.segment.SegmentPositions",
            "io.keyuan.engine.segment.SegmentStore",
            "io.keyuan.engine.webhook.DeliveryStore",
            "io.keyuan.engine.webhook.WebhookStore",
            "io.keyuan.identity.access.CallersByPerson",
            "io.keyuan.identity.access.FirstAdministrator",
            "io.keyuan.identity.account.Credentials",
            "io.keyuan.identity.account.SignInPolicies",
            "io.keyuan.identity.letter.AccountHolders",
            "io.keyuan.identity.letter.Links",
            "io.keyuan.identity.oidc.Providers",
            "io.keyuan.identity.signin.ControlSecret",
            "io.keyuan.identity.signin.KnownDevices",
            "io.keyuan.identity.signin.SessionAnswer",
            "io.keyuan.identity.signin.Sessions",
            "io.keyuan.identity.signin.Tokens",
            "io.keyuan.mail.outgoing.LetterStore",
            "io.keyuan.engine.notices.NoticePositions",
            "io.keyuan.notifications.inbox.NotificationStore");

    @ArchTest
    static final ArchRule THE_ENGINE_KNOWS_NO_BUSINESS = noClasses().that().resideInAPackage(ENGINE)
            .should().dependOnClassesThat(DescribedPredicate.describe(
                    "are of a module or of the program around it",
                    other -> other.getPackageName().startsWith("io.keyuan") && !other.getPackageName().startsWith("io.keyuan.engine")));

    @ArchTest
    static final ArchRule SQL_IS_TEXT_IN_ONE_PLACE = noClasses().that().resideOutsideOfPackages(SQL_AS_TEXT, BENCH)
            .should().callMethodWhere(target(owner(assignableTo(DSL.class)))
                    .and(target(nameMatching("field|condition|table|query|resultQuery|sql|raw|sequence|keyword|constraint|function|aggregate")))
                    .and(firstParameterIs(String.class, SQL.class)))
            .orShould().callMethodWhere(target(owner(assignableTo(DSLContext.class)))
                    .and(target(nameMatching("query|resultQuery|fetch.*|execute|batch|table|connection.*")))
                    .and(firstParameterIs(String.class, SQL.class)));

    /** A node's presence is a lock that lives as long as its connection, so it has to hold one. */
    @ArchTest
    static final ArchRule JDBC_IS_SPOKEN_WHERE_SQL_IS_TEXT = noClasses()
            .that().resideOutsideOfPackages(SQL_AS_TEXT, "io.keyuan.program..", BACKUP, BENCH)
            .and().doNotHaveFullyQualifiedName("io.keyuan.engine.jobs.Presence")
            .should().dependOnClassesThat().areAssignableTo(JdbcTemplate.class)
            .orShould().dependOnClassesThat().areAssignableTo(NamedParameterJdbcTemplate.class)
            .orShould().dependOnClassesThat().areAssignableTo(JdbcClient.class)
            .orShould().dependOnClassesThat().areAssignableTo(Statement.class)
            .orShould().dependOnClassesThat().areAssignableTo(Connection.class);

    /** The one that Spring gives has the guards; one made on the spot has none. */
    @ArchTest
    static final ArchRule STATEMENTS_GO_THROUGH_THE_GUARDS = noClasses().that().resideOutsideOfPackages(SQL_AS_TEXT, BENCH)
            .and().doNotHaveFullyQualifiedName("io.keyuan.engine.jobs.Presence")
            .should().callMethodWhere(target(owner(assignableTo(DSL.class))).and(target(nameMatching("using"))));

    /** The program manages the server, and the doctor asks it how it is. */
    @ArchTest
    static final ArchRule THE_PROGRAM_TALKS_TO_THE_SERVER_IN_NAMED_PLACES = noClasses()
            .that().resideInAPackage("io.keyuan.program..").and().resideOutsideOfPackage(SERVER)
            .and().doNotHaveSimpleName("DatabaseExamination")
            .should().dependOnClassesThat().areAssignableTo(Statement.class);

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_SOMETHING_IS = noClasses()
            .should().haveNameMatching(".*(Impl|Manager|Helper|Helpers|Util|Utils)(\\$.*)?")
            .orShould().haveNameMatching(".*[.$](Base(?!Currency)|Common|Abstract)[A-Z].*");

    @ArchTest
    static final ArchRule CONTROLLERS_ARE_NOBODYS_TO_CALL =
            classes().that().areAnnotatedWith(RestController.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule DEPENDENCIES_COME_BY_THE_CONSTRUCTOR =
            noFields().should().beAnnotatedWith(Autowired.class).orShould().beAnnotatedWith(Value.class);

    /** What starts and stops with the program is the exception. */
    @ArchTest
    static final ArchRule COMPONENTS_KEEP_NO_STATE_THAT_CHANGES = fields()
            .that().areDeclaredInClassesThat().areMetaAnnotatedWith(Component.class)
            .and().areDeclaredInClassesThat().areNotAssignableTo(Lifecycle.class)
            .should().beFinal();

    @ArchTest
    static final ArchRule ONLY_THE_COMMAND_LINE_PRINTS = noClasses().that().resideOutsideOfPackages("io.keyuan.program..", BENCH)
            .should().accessField(System.class, "out")
            .orShould().accessField(System.class, "err")
            .orShould().callMethod(Throwable.class, "printStackTrace");

    @ArchTest
    static final ArchRule NOBODY_WAITS_BY_SLEEPING = noClasses().that().resideOutsideOfPackages(BENCH)
            .should().callMethodWhere(target(owner(assignableTo(Thread.class))).and(target(nameMatching("sleep"))));

    @ArchTest
    static final ArchRule THE_FENCE_BETWEEN_TENANTS_IS_PASSED_IN_NAMED_PLACES = noClasses()
            .that(DescribedPredicate.describe("are not named for it", each -> !PAST_THE_FENCE.contains(each.getName())))
            .should().dependOnClassesThat().areAssignableTo(AcrossTenants.class);

    /**
     * An attribute is one, whoever thought of it: nobody asks but who keeps what companies add, and who has to notice that it changed.
     */
    @ArchTest
    static final ArchRule NOBODY_ASKS_WHO_ADDED_AN_ATTRIBUTE = noClasses()
            .that().resideOutsideOfPackages("io.keyuan.engine", "io.keyuan.engine.attribute")
            .and().doNotHaveSimpleName("DescribedTenant")
            .should().callMethod(Attribute.class, "definition");

    /** The same of an object: nobody but who keeps the company's objects, and who has to notice that one changed, asks who defined it. */
    @ArchTest
    static final ArchRule NOBODY_ASKS_WHO_DEFINED_AN_OBJECT = noClasses()
            .that().resideOutsideOfPackages("io.keyuan.engine", "io.keyuan.engine.attribute")
            .and().doNotHaveSimpleName("DescribedTenant")
            .should().callMethod(ObjectType.class, "definition");

    /** In which rows of a shared table an object's records stand, statements say in one place. */
    @ArchTest
    static final ArchRule NOBODY_ASKS_WHOSE_A_ROW_IS = noClasses()
            .that().resideOutsideOfPackages("io.keyuan.engine", SQL_AS_TEXT)
            .should().callMethod(ObjectType.class, "part");

    /** Everybody else writes what is in their reach. */
    @ArchTest
    static final ArchRule ONLY_UNDO_REACHES_WHAT_IS_OTHERS_BY_NOW = noClasses().that().resideOutsideOfPackage("io.keyuan.engine.undo")
            .should().callMethod(Draft.class, "takingBack");

    /** Everybody else leaves it to the rules what follows from what they write. */
    @ArchTest
    static final ArchRule ONLY_MERGES_UNDO_AND_REPLACED_CHOICES_PASS_THE_RULES = noClasses()
            .that().resideOutsideOfPackages("io.keyuan.engine", "io.keyuan.engine.choices", "io.keyuan.engine.merge", "io.keyuan.engine.undo")
            .should().callMethod(Draft.class, "exactly");

    /** Everything else happens when it is written. */
    @ArchTest
    static final ArchRule ONLY_THE_SAMPLE_COMPANY_WRITES_THE_PAST = noClasses()
            .that().resideOutsideOfPackages("io.keyuan.demo..", "io.keyuan.engine..")
            .should().dependOnClassesThat().areAssignableTo(Past.class);

    /** Spring names a component after its class, without its package. */
    @ArchTest
    static void componentsHaveNamesOfTheirOwn(JavaClasses all) {
        Map<String, List<String>> byName = all.stream()
                .filter(each -> each.isMetaAnnotatedWith(Component.class) && !each.isAnnotation())
                .collect(Collectors.groupingBy(JavaClass::getSimpleName, Collectors.mapping(JavaClass::getName, Collectors.toList())));

        assertThat(byName.values()).allSatisfy(names -> assertThat(names).hasSize(1));
    }

    private static DescribedPredicate<JavaCall<?>> firstParameterIs(Class<?>... types) {
        return DescribedPredicate.describe("take SQL as text", call -> {
            var parameters = call.getTarget().getRawParameterTypes();
            return !parameters.isEmpty() && List.of(types).stream().anyMatch(type -> parameters.getFirst().isEquivalentTo(type));
        });
    }
}
