package io.keyuan.demo.story;

import static io.keyuan.activities.ContactLog.CONTACT_LOG;

import io.keyuan.engine.Draft;
import io.keyuan.engine.Past;
import io.keyuan.engine.Ref;
import io.keyuan.fiction.Chance;
import io.keyuan.fiction.Weighted;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was said with customers, as far as people wrote it down. */
final class Talks {

    private static final Weighted<String> KINDS = Weighted.parse("visit28 call38 meeting12 message14 email8");
    private static final Map<String, List<String>> SUBJECTS = Map.of(
            "prospecting", List.of("初次拜访，了解仓库现状", "电话沟通需求", "展会后回访"),
            "engaging", List.of("需求调研会", "现场勘察仓库", "与信息部确认对接范围"),
            "proposing", List.of("方案讲解", "报价沟通", "安排样机演示"),
            "negotiating", List.of("商务谈判", "合同条款确认", "沟通付款方式"),
            Deal.WON, List.of("签约", "确认交付计划", "项目启动会"),
            Deal.LOST, List.of("确认落选原因", "复盘沟通", "客户告知另选供应商"),
            "care", List.of("例行回访", "使用情况回访", "节日问候", "了解扩仓计划", "续保提醒"));
    private static final List<String> SUMMARIES = List.of(
            "客户目前靠人工盘点，差错率约千分之三，希望先在一个仓库试点。", "对方关注实施周期，要求旺季前上线。", "采购提出分期付款，已记录并向主管请示。",
            "信息部担心与现有系统的接口，约好下周做技术交流。", "仓储经理很认可演示效果，但预算要等总部批复。", "竞争对手报价低一成，客户更看重本地服务。",
            "设备运行稳定，客户希望增加看板报表。", "目前没有新需求，约好下季度再联系。", "对方更换了负责人，需要重新介绍方案。");
    private static final List<String> RESULTS = List.of("客户有意向", "待客户内部讨论", "已约下次见面", "需要补充资料", "暂无进展");
    private static final List<String> NEXT = List.of("发送补充资料", "约下次拜访", "准备报价", "请售前支持", "一周后电话跟进");
    private static final double CARE_EACH = 1.7;

    /** @param deal null for a talk about nothing in particular */
    private record Talk(Client client, @Nullable Deal deal, Instant at, String about, int number) {}

    private final Clients clients;
    private final Seasons seasons;
    private final Staff staff;
    private final StoryIds ids;
    private final List<Talk> all = new ArrayList<>();

    Talks(Clients clients, Deals deals, Seasons seasons, Staff staff, StoryIds ids) {
        this.clients = clients;
        this.seasons = seasons;
        this.staff = staff;
        this.ids = ids;
        deals.all().forEach(this::about);
        for (int index = 0; index < clients.size(); index++) {
            care(clients.get(index));
        }
        all.sort(Comparator.comparing(Talk::at));
    }

    private void about(Deal deal) {
        Chance chance = Chance.of("story-talk", deal.index());
        double written = Math.min(0.97, staff.diligence(deal.client().owner()) + 0.15);
        add(deal, deal.since().plus(Duration.ofMinutes(90)), "prospecting", chance.share() < written);
        for (Deal.Step step : deal.steps()) {
            add(deal, step.at().minus(Duration.ofMinutes(30)), step.stage(), chance.share() < written);
        }
    }

    private void add(Deal deal, Instant at, String about, boolean written) {
        if (written && at.isAfter(deal.since())) {
            all.add(new Talk(deal.client(), deal, at, about, all.size()));
        }
    }

    /** Spread over the time a customer is known; of some nothing is heard any more. */
    private void care(Client client) {
        Chance chance = Chance.of("story-care", client.index());
        int times = (int) Math.round(chance.share() * 2 * CARE_EACH * staff.diligence(client.owner()));
        LocalDate last = client.silent() ? client.day().plusDays(Client.SILENT_AFTER) : seasons.today();
        LocalDate until = last.isBefore(seasons.today()) ? last : seasons.today();
        int days = (int) ChronoUnit.DAYS.between(client.day(), until);
        for (int time = 0; time < times && days > 1; time++) {
            LocalDate day = Seasons.working(client.day().plusDays(1 + chance.below(days)));
            if (seasons.isPast(day)) {
                all.add(new Talk(client, null, seasons.during(day, chance), "care", all.size()));
            }
        }
    }

    Chapter logs() {
        return new Chapter(CONTACT_LOG, all.size(), index -> Tale.of(log(index, all.get(index))));
    }

    private Draft log(int index, Talk talk) {
        Client client = talk.client();
        Chance chance = Chance.of("story-log", talk.number());
        UUID contact = clients.contact(client);
        // Written down within the hour.
        Instant written = talk.at().plus(Duration.ofMinutes(10 + chance.below(45)));
        return Draft.create(CONTACT_LOG, ids.id("log", index, written), Map.of(CONTACT_LOG.kind.name(), KINDS.one(chance)))
                .in(new Past(written, staff.id(client.owner())))
                .set(CONTACT_LOG.owner, staff.ref(client.owner()))
                .set(CONTACT_LOG.subject, chance.one(SUBJECTS.getOrDefault(talk.about(), List.of("沟通"))))
                .set(CONTACT_LOG.happenedAt, talk.at())
                .set(CONTACT_LOG.customer, Ref.to(client.id()))
                .set(CONTACT_LOG.contact, contact == null ? null : Ref.to(contact))
                .set(CONTACT_LOG.opportunity, talk.deal() == null ? null : Ref.to(talk.deal().id()))
                .set(CONTACT_LOG.summary, chance.percent(80) ? chance.one(SUMMARIES) : null)
                .set(CONTACT_LOG.result, chance.percent(60) ? chance.one(RESULTS) : null)
                .set(CONTACT_LOG.nextStep, chance.percent(45) ? chance.one(NEXT) : null);
    }
}
