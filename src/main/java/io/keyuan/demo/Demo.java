package io.keyuan.demo;

import io.keyuan.demo.SampleCompanies.SampleCompany;
import io.keyuan.demo.story.Story;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Capability;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Query;
import io.keyuan.engine.Records;
import io.keyuan.engine.TenantSettings;
import io.keyuan.engine.jobs.Jobs;
import io.keyuan.identity.Absence;
import io.keyuan.identity.Department;
import io.keyuan.identity.Membership;
import io.keyuan.identity.Team;
import io.keyuan.identity.TeamMember;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The sample company of the current caller's tenant: at most one, in a company that has no data of its own. */
@Service
class Demo {

    private static final Set<ObjectType> OF_THE_HOUSE =
            Set.of(Department.DEPARTMENT, Membership.MEMBERSHIP, Team.TEAM, TeamMember.TEAM_MEMBER, Absence.ABSENCE);


    private final SampleCompanies companies;
    private final Jobs jobs;
    private final Records records;
    private final ObjectTypes types;
    private final TenantSettings settings;
    private final DemoProperties properties;

    Demo(
            SampleCompanies companies, Jobs jobs, Records records, ObjectTypes types, TenantSettings settings,
            DemoProperties properties) {
        this.companies = companies;
        this.jobs = jobs;
        this.records = records;
        this.types = types;
        this.settings = settings;
        this.properties = properties;
    }

    @Nullable SampleCompany find() {
        return companies.find();
    }

    /**
     * Has it filled in.
     *
     * @param announced whether somebody at a terminal waits to hear of it
     * @return the job
     * @throws Problem {@link ProblemKind#CONFLICT} where there is one already, or data that is nobody's invention
     */
    UUID fill(boolean announced) {
        if (companies.find() != null) {
            throw conflict("sample-company-there");
        }
        if (hasData()) {
            throw conflict("sample-company-beside-data");
        }
        LocalDate today = LocalDate.now(settings.zone());
        return jobs.submit(FillSampleCompany.KIND, "", job -> {
            if (!companies.add(job, today)) {
                throw conflict("sample-company-there");
            }
            var setting = new Story.Setting(
                    job, Caller.current().person(), today, settings.zone(), settings.baseCurrency(), properties.demoCustomers());
            return new FillSampleCompany.Order(setting, announced);
        });
    }

    /**
     * Has it taken away.
     *
     * @return the job
     * @throws Problem {@link ProblemKind#NOT_FOUND} where there is none, {@link ProblemKind#CONFLICT} while it fills or goes
     */
    UUID remove() {
        SampleCompany company = companies.find();
        if (company == null) {
            throw Problem.notFound();
        }
        if (isUnderWay(company.operation()) || company.removal() != null && isUnderWay(company.removal())) {
            throw conflict("sample-company-under-way");
        }
        return jobs.submit(RemoveSampleCompany.KIND, "", job -> {
            if (!companies.remove(job, company.removal())) {
                throw conflict("sample-company-under-way");
            }
            return new RemoveSampleCompany.Order(company.operation());
        });
    }

    boolean isUnderWay(UUID job) {
        return List.of("queued", "running", "paused").contains(String.valueOf(jobs.describe(job).get("state")));
    }

    /** Who there is and where they belong may have been entered first; that tells no company that is worked with. */
    boolean hasData() {
        return types.all().stream()
                .filter(type -> !type.can(Capability.HIDDEN) && !isOfTheHouse(type))
                .anyMatch(type -> !records.list(Query.all(type).limit(1)).rows().isEmpty());
    }

    private static boolean isOfTheHouse(ObjectType type) {
        return type.can(Capability.PEOPLE) || OF_THE_HOUSE.contains(type);
    }

    private static Problem conflict(String code) {
        return Problem.of(ProblemKind.CONFLICT, Fault.whole(code));
    }
}
