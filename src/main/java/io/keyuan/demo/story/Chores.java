package io.keyuan.demo.story;

import static io.keyuan.activities.Task.TASK;

import io.keyuan.engine.Draft;
import io.keyuan.engine.Past;
import io.keyuan.engine.Ref;
import io.keyuan.fiction.Chance;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is to be done: most of it done in time, some late, some overdue, some still ahead. */
final class Chores {

    private static final Map<String, String> TITLES = Map.of(
            "prospecting", "整理客户需求", "engaging", "准备方案", "proposing", "准备报价单", "negotiating", "起草合同",
            Deal.WON, "安排交付", Deal.LOST, "归档落选原因");
    private static final List<String> CARE = List.of("季度回访", "设备巡检预约", "续保沟通", "更新客户档案", "寄送资料");
    private static final double CARE_EACH = 0.4;
    private static final int NEGLECTED = 2;
    private static final int LATE = 18;
    private static final int RECENT_DAYS = 12;
    private static final int AHEAD_DAYS = 14;

    private record Chore(Client client, @Nullable Deal deal, String title, Instant given, LocalDate due, int number) {}

    private final Seasons seasons;
    private final Staff staff;
    private final StoryIds ids;
    private final List<Chore> all = new ArrayList<>();

    Chores(Clients clients, Deals deals, Seasons seasons, Staff staff, StoryIds ids) {
        this.seasons = seasons;
        this.staff = staff;
        this.ids = ids;
        deals.all().forEach(this::about);
        for (int index = 0; index < clients.size(); index++) {
            Chance chance = Chance.of("story-chore-care", index);
            if (chance.share() < CARE_EACH) {
                care(clients.get(index), chance);
            }
        }
        all.sort(Comparator.comparing(Chore::given));
    }

    private void about(Deal deal) {
        Chance chance = Chance.of("story-chore", deal.index());
        Instant given = deal.steps().isEmpty() ? deal.since() : deal.steps().getLast().at();
        LocalDate day = deal.steps().isEmpty() ? deal.start() : deal.steps().getLast().day();
        String title = TITLES.getOrDefault(deal.stage(), "跟进") + "：" + deal.title();
        all.add(new Chore(deal.client(), deal, title, given, due(day, chance), all.size()));
    }

    private void care(Client client, Chance chance) {
        double known = seasons.share(client.day());
        LocalDate some = seasons.day(known + (1 - known) * chance.share());
        LocalDate day = some.isAfter(client.day()) ? some : client.day().plusDays(1);
        if (seasons.isPast(day)) {
            all.add(new Chore(client, null, chance.one(CARE) + "：" + client.shortName(), seasons.during(day, chance), due(day, chance), all.size()));
        }
    }

    private static LocalDate due(LocalDate day, Chance chance) {
        return Seasons.working(day.plusDays(3 + chance.below(AHEAD_DAYS)));
    }

    Chapter tasks() {
        return new Chapter(TASK, all.size(), index -> tale(ids.id("task", index, all.get(index).given()), all.get(index)));
    }

    private Tale tale(UUID id, Chore chore) {
        Chance chance = Chance.of("story-task", chore.number());
        Draft begin = Draft.create(TASK, id, Map.of(TASK.priority.name(), chance.one(List.of("high", "normal", "normal", "normal", "low"))))
                .in(new Past(chore.given(), by(chore)))
                .set(TASK.owner, staff.ref(chore.client().owner()))
                .set(TASK.title, chore.title())
                .set(TASK.dueDate, chore.due())
                .set(TASK.customer, Ref.to(chore.client().id()))
                .set(TASK.opportunity, chore.deal() == null ? null : Ref.to(chore.deal().id()));
        return new Tale(begin, course(id, chore, chance));
    }

    private UUID by(Chore chore) {
        return staff.id(chore.client().owner());
    }

    private List<Draft> course(UUID id, Chore chore, Chance chance) {
        int undone = chore.due().isBefore(seasons.today().minusDays(RECENT_DAYS)) ? NEGLECTED : LATE;
        LocalDate done = Seasons.working(chore.due().minusDays(chance.below(4)).plusDays(chance.percent(15) ? 6 : 0));
        if (chance.percent(undone)) {
            return List.of();
        }
        if (seasons.isPast(done)) {
            Instant usual = seasons.during(done, chance);
            Instant at = usual.isAfter(chore.given()) ? usual : chore.given().plus(Duration.ofHours(2));
            return List.of(Draft.update(TASK, id, null, Map.of(TASK.state.name(), "done")).in(new Past(at, by(chore))));
        }
        Instant begun = chore.given().plus(Duration.ofHours(3));
        boolean started = chance.percent(30) && begun.isBefore(seasons.at(seasons.today(), 0, 0));
        return started ? List.of(Draft.update(TASK, id, null, Map.of(TASK.state.name(), "doing")).in(new Past(begun, by(chore)))) : List.of();
    }
}
