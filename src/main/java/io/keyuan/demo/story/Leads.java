package io.keyuan.demo.story;

import static io.keyuan.sales.Lead.LEAD;

import io.keyuan.engine.Draft;
import io.keyuan.engine.Past;
import io.keyuan.engine.Ref;
import io.keyuan.fiction.Chance;
import io.keyuan.fiction.Company;
import io.keyuan.fiction.PersonNames;
import io.keyuan.fiction.Weighted;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where customers came from: some of those asked became one, many did not, some wait for an answer. */
final class Leads {

    private static final Set<String> FOUND = Set.of("website", "exhibition", "telesales");
    private static final Weighted<String> SOURCES = Weighted.parse("website34 exhibition26 telesales34 referral4 other2");
    private static final Weighted<String> REASONS = Weighted.parse("noNeed34 unreachable30 noBudget18 competitor14 duplicate4");
    private static final List<String> NEEDS = List.of(
            "冷链仓温湿度监控", "两个仓库的货位管理", "搬运机器人试点", "电商仓拣选提效", "替换旧的仓储软件", "与 ERP 对接", "手持终端采购", "新仓规划");
    private static final double UNCONVERTED = 0.4;
    private static final int CONVERTED = 60;
    private static final int FRESH_DAYS = 45;
    private static final int FORGOTTEN = 6;

    /** @param deal null for one that became nothing so far */
    private record Origin(Instant at, LocalDate day, @Nullable Deal deal, int number) {}

    private final Clients clients;
    private final Seasons seasons;
    private final Staff staff;
    private final StoryIds ids;
    private final List<Origin> all = new ArrayList<>();

    Leads(Clients clients, Deals deals, Seasons seasons, Staff staff, StoryIds ids) {
        this.clients = clients;
        this.seasons = seasons;
        this.staff = staff;
        this.ids = ids;
        Map<Integer, Deal> first = new HashMap<>();
        deals.all().forEach(deal -> first.putIfAbsent(deal.client().index(), deal));
        first.values().stream().filter(Leads::wasLead).forEach(deal -> all.add(origin(deal)));
        for (int number = 0; number < clients.size() * UNCONVERTED; number++) {
            LocalDate day = seasons.day((number + 0.5) / (clients.size() * UNCONVERTED));
            all.add(new Origin(seasons.during(day, Chance.of("story-lead-time", number)), day, null, number));
        }
        all.sort(Comparator.comparing(Origin::at));
    }

    private static boolean wasLead(Deal deal) {
        return FOUND.contains(deal.client().source()) && Chance.of("story-was-lead", deal.index()).percent(CONVERTED);
    }

    private static Origin origin(Deal deal) {
        int days = 2 + Chance.of("story-lead-age", deal.index()).below(12);
        return new Origin(deal.client().since().minus(Duration.ofDays(days)), deal.client().day().minusDays(days), deal, deal.index());
    }

    Chapter leads() {
        return new Chapter(LEAD, all.size(), index -> {
            Origin origin = all.get(index);
            UUID id = ids.id("lead", index, origin.at());
            return origin.deal() == null ? unconverted(id, origin) : converted(id, origin.at(), origin.deal());
        });
    }

    private Tale converted(UUID id, Instant at, Deal deal) {
        Client client = deal.client();
        UUID owner = staff.id(client.owner());
        Chance chance = Chance.of("story-lead", deal.index());
        Draft begin = lead(id, at, client.owner(), chance, Map.of(LEAD.source.name(), client.source(), LEAD.interest.name(), "high"))
                .set(LEAD.name, client.isCompany() ? client.person(chance, chance.percent(56)) : client.name())
                .set(LEAD.company, client.isCompany() ? client.name() : null)
                .set(LEAD.mobile, client.mobile(chance))
                .set(LEAD.city, client.city());
        Instant became = deal.since();
        UUID contact = clients.contact(client);
        return new Tale(begin, List.of(
                Draft.update(LEAD, id, null, Map.of(LEAD.state.name(), "contacted"))
                        .in(new Past(at.plus(Duration.ofHours(20)), owner)),
                Draft.update(LEAD, id, null, Map.of(LEAD.state.name(), "converted"))
                        .in(new Past(became, owner))
                        .set(LEAD.customer, Ref.to(client.id()))
                        .set(LEAD.contact, contact == null ? null : Ref.to(contact))
                        .set(LEAD.opportunity, Ref.to(deal.id()))
                        .set(LEAD.convertedAt, became)));
    }

    private Tale unconverted(UUID id, Origin origin) {
        Chance chance = Chance.of("story-prospect", origin.number());
        Company company = Company.one(chance);
        int owner = staff.sellerFor(chance.one(List.of("华东", "华东", "华南", "华北", "西部")), chance);
        Map<String, Object> choices = Map.of(
                LEAD.source.name(), SOURCES.one(chance), LEAD.interest.name(), chance.one(List.of("high", "medium", "medium", "low", "low")));
        Draft begin = lead(id, origin.at(), owner, chance, choices)
                .set(LEAD.name, PersonNames.one(chance, chance.percent(56)))
                .set(LEAD.company, company.name())
                .set(LEAD.mobile, "13" + chance.digits(9))
                .set(LEAD.city, company.city());
        return new Tale(begin, course(id, origin, staff.id(owner), chance));
    }

    private List<Draft> course(UUID id, Origin origin, UUID owner, Chance chance) {
        List<Draft> course = new ArrayList<>();
        LocalDate answered = Seasons.working(origin.day().plusDays(1 + chance.below(3)));
        if (seasons.isPast(answered) && chance.percent(85)) {
            course.add(Draft.update(LEAD, id, null, Map.of(LEAD.state.name(), "contacted"))
                    .in(new Past(seasons.during(answered, chance), owner)));
        }
        LocalDate ended = Seasons.working(answered.plusDays(3 + chance.below(FRESH_DAYS)));
        if (seasons.isPast(ended) && !chance.percent(FORGOTTEN)) {
            course.add(Draft.update(LEAD, id, null, Map.of(
                            LEAD.state.name(), "disqualified", LEAD.disqualification.name(), REASONS.one(chance)))
                    .in(new Past(seasons.during(ended, chance), owner)));
        }
        return course;
    }

    private Draft lead(UUID id, Instant at, int owner, Chance chance, Map<String, Object> choices) {
        return Draft.create(LEAD, id, choices)
                .in(new Past(at, staff.id(owner)))
                .set(LEAD.owner, staff.ref(owner))
                .set(LEAD.need, chance.one(NEEDS));
    }
}
