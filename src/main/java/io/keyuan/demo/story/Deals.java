package io.keyuan.demo.story;

import io.keyuan.fiction.Chance;
import io.keyuan.fiction.Weighted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How the sales went: good sources and good sellers win more, the last weeks of a year see more signed than the weeks of the
 * new year, some sales are forgotten, and one is larger than all others.
 */
final class Deals {

    private static final Map<String, Double> CONVERSION = Map.of(
            "referral", 0.44, "exhibition", 0.3, "website", 0.25, "telesales", 0.13, "advertisement", 0.18, "other", 0.2);
    private static final List<String> STAGES = List.of("engaging", "proposing", "negotiating");
    private static final double[] PACE = {0.2, 0.5, 0.78};
    private static final Weighted<String> REASONS =
            Weighted.parse("price30 competitor24 noBudget16 silent14 timing10 noNeed6");
    private static final Weighted<String> PURPOSES =
            Weighted.parse("仓储升级20 新仓建设14 冷链改造10 系统对接10 设备采购18 年度维保12 扩容10 试点项目10 分拣线改造6");
    private static final Weighted<Integer> ARTICLES = new Weighted<>(
            IntStream.range(0, Catalogue.ARTICLES.size()).boxed().toList(),
            Catalogue.ARTICLES.stream().mapToDouble(Catalogue.Article::likely).toArray());
    private static final double PER_CLIENT = 1.2;
    private static final double LARGEST_AT = 0.78;
    private static final int FORGOTTEN = 6;

    private final Clients clients;
    private final Seasons seasons;
    private final Staff staff;
    private final StoryIds ids;
    private final int size;
    private final List<Deal> all;

    Deals(Clients clients, Seasons seasons, Staff staff, StoryIds ids) {
        this.clients = clients;
        this.seasons = seasons;
        this.staff = staff;
        this.ids = ids;
        this.size = (int) Math.round(clients.size() * PER_CLIENT);
        this.all = IntStream.range(0, size).mapToObj(this::deal).toList();
    }

    List<Deal> all() {
        return all;
    }

    private Deal deal(int index) {
        Chance chance = Chance.of("story-deal", index);
        boolean largest = index == (int) (size * LARGEST_AT);
        LocalDate start = seasons.day((index + 0.5) / size);
        Client client = largest ? largestClient() : client(index, start, chance);
        Instant since = seasons.during(start, chance);
        // A customer met the same day was met before.
        Instant begun = since.isAfter(client.since()) ? since : client.since().plusSeconds(1800);
        int cycle = largest ? 172 : 18 + chance.below(70) + (int) (client.size() * 60);
        boolean forgotten = !largest && chance.percent(FORGOTTEN);
        List<Deal.Item> items = largest ? largestItems() : items(client, chance);
        List<Deal.Step> steps = largest ? steps(start, cycle, 3, chance) : course(client, start, cycle, forgotten, chance);
        String title = largest ? client.shortName() + " 全国仓网智能化" : client.shortName() + " " + PURPOSES.one(chance);
        return new Deal(
                index, ids.id("opportunity", index, begun), client, start, begun, client.source(), items,
                steps.stream().filter(step -> seasons.isPast(step.day())).toList(),
                Seasons.working(start.plusDays(largest ? cycle + 30 : Math.round(cycle * (0.8 + 0.4 * chance.share())))), forgotten, title);
    }

    /** One who is there already, more often one who came lately. */
    private Client client(int index, LocalDate start, Chance chance) {
        int there = Math.max(1, (int) (clients.size() * ((index + 0.5) / size)));
        int recent = Math.max(1, there / 7);
        Client client = clients.get(chance.percent(45) ? there - 1 - chance.below(recent) : chance.below(there));
        return client.isHeardOfNoMore(start) ? clients.get(there - 1) : client;
    }

    private Client largestClient() {
        return IntStream.range(0, (int) (clients.size() * LARGEST_AT))
                .mapToObj(clients::get)
                .filter(client -> client.isCompany() && client.market() == null)
                .max(Comparator.comparingDouble(Client::size))
                .orElseThrow();
    }

    private List<Deal.Step> course(Client client, LocalDate start, int cycle, boolean forgotten, Chance chance) {
        if (forgotten) {
            return steps(start, cycle, chance.between(0, 1), chance);
        }
        double likely = CONVERSION.getOrDefault(client.source(), 0.2) * staff.skill(client.owner());
        boolean won = chance.share() < Math.min(0.85, likely);
        int reached = won ? STAGES.size() : chance.between(1, STAGES.size());
        List<Deal.Step> steps = new ArrayList<>(steps(start, cycle, reached, chance));
        LocalDate end = end(start, won ? cycle : (int) (cycle * (0.4 + 0.2 * reached)), steps, chance);
        steps.add(new Deal.Step(won ? Deal.WON : Deal.LOST, end, seasons.during(end, chance), won ? null : REASONS.one(chance)));
        steps.sort(Comparator.comparing(Deal.Step::at));
        return steps;
    }

    private List<Deal.Step> steps(LocalDate start, int cycle, int count, Chance chance) {
        List<Deal.Step> steps = new ArrayList<>();
        for (int step = 0; step < count; step++) {
            LocalDate day = Seasons.working(start.plusDays(Math.max(step + 1, Math.round(cycle * PACE[step]))));
            steps.add(new Deal.Step(STAGES.get(step), day, seasons.at(day, 9 * 60 + 40 * step + chance.below(200), chance.below(60)), null));
        }
        return steps;
    }

    /** Signed before the year ends, where that can be done. */
    private static LocalDate end(LocalDate start, int cycle, List<Deal.Step> steps, Chance chance) {
        LocalDate last = steps.isEmpty() ? start : steps.getLast().day();
        LocalDate usual = Seasons.working(start.plusDays(Math.max(cycle, 4)));
        LocalDate end = usual.isAfter(last) ? usual : Seasons.working(last.plusDays(1));
        LocalDate rush = Seasons.working(LocalDate.of(end.getYear() - 1, 12, 20).plusDays(chance.below(9)));
        return end.getMonthValue() <= 2 && rush.isAfter(last) && chance.percent(55) ? rush : end;
    }

    private static List<Deal.Item> items(Client client, Chance chance) {
        List<Deal.Item> items = new ArrayList<>();
        int kinds = 1 + (chance.percent(60) ? 1 : 0) + (chance.percent(30) ? 1 : 0) + (chance.percent(12) ? 1 : 0);
        while (items.size() < kinds) {
            int article = ARTICLES.one(chance);
            if (items.stream().noneMatch(item -> item.article() == article)) {
                items.add(item(article, 1 + (int) (Catalogue.ARTICLES.get(article).most() * Math.pow(chance.share(), 2) * (0.25 + 0.75 * client.size()))));
            }
        }
        return items;
    }

    private static List<Deal.Item> largestItems() {
        return List.of(item(8, 86), item(9, 32), item(10, 12), item(13, 3), item(17, 2400));
    }

    private static Deal.Item item(int article, int quantity) {
        return new Deal.Item(article, quantity, Catalogue.ARTICLES.get(article).yuan());
    }
}
