package io.keyuan.demo.story;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** The story of the sample company, chapter by chapter in the order in which it can be written. */
public final class Story {

    /** How many customers it tells of unless somebody wants another number. */
    public static final int CUSTOMERS = 5_000;

    /** Departments, people, and who heads what. */
    private static final int PEOPLED = 3;

    /**
     * What a story depends on.
     *
     * @param operation that writes it, of which its ids are made
     * @param maker whoever has it written; the first people were entered by them
     * @param today the day after its last
     * @param currency the tenant's base currency
     */
    public record Setting(UUID operation, UUID maker, LocalDate today, ZoneId zone, String currency, int customers) {}

    private final List<Chapter> chapters;
    private final Staff staff;
    private final Papers papers;

    private Story(List<Chapter> chapters, Staff staff, Papers papers) {
        this.chapters = chapters;
        this.staff = staff;
        this.papers = papers;
    }

    public static Story of(Setting setting) {
        var seasons = new Seasons(setting.today(), setting.zone());
        var ids = new StoryIds(setting.operation());
        var founded = seasons.at(seasons.begin().minusDays(30), 9 * 60, 0);
        var staff = new Staff(founded, setting.maker(), ids);
        var groups = new Groups(staff, ids, setting.today());
        var catalogue = new Catalogue(founded.plusSeconds(3600), staff, ids);
        var clients = new Clients(setting.customers(), seasons, staff, ids);
        var deals = new Deals(clients, seasons, staff, ids);
        var papers = new Papers(founded.plusSeconds(3600), staff, ids);
        List<Chapter> chapters = List.of(
                staff.departments(), staff.people(), staff.heads(),
                groups.teams(), groups.members(), groups.memberships(), groups.absences(),
                new Currencies(setting.currency(), seasons, ids, staff).rates(),
                catalogue.products(), catalogue.competitors(),
                clients.customers(new Careers(deals, seasons, staff)), clients.people(), clients.relationships(), clients.affiliations(),
                new Sales(deals, clients, catalogue, staff).opportunities(),
                new Leads(clients, deals, seasons, staff, ids).leads(),
                new Talks(clients, deals, seasons, staff, ids).logs(),
                new Chores(clients, deals, seasons, staff, ids).tasks(),
                new Shelf(founded.plusSeconds(3600), staff, ids).folders(),
                papers.templates());
        return new Story(chapters, staff, papers);
    }

    public List<Chapter> chapters() {
        return chapters;
    }

    /** Whether everybody is there who is to be let in, when this chapter is the next. */
    public boolean isPeopled(int chapter) {
        return chapter >= PEOPLED;
    }

    /** Which roles whom, as {@code PeopleRoles} names them; for whom none are told has the usual one. */
    public Map<UUID, Set<String>> roles() {
        return staff.roles();
    }

    /** What the company's templates say, by the template. */
    public Map<UUID, Supplier<byte[]>> papers() {
        return papers.contents();
    }

    public UUID id(Guest guest) {
        return staff.id(guest.person());
    }

    public int size() {
        return chapters.stream().mapToInt(Chapter::size).sum();
    }
}
