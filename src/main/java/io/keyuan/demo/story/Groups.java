package io.keyuan.demo.story;

import static io.keyuan.identity.Absence.ABSENCE;
import static io.keyuan.identity.Membership.MEMBERSHIP;
import static io.keyuan.identity.Team.TEAM;
import static io.keyuan.identity.TeamMember.TEAM_MEMBER;

import io.keyuan.engine.Draft;
import io.keyuan.engine.Ref;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Who works with whom across departments, who also belongs elsewhere, and who is away at the moment. */
final class Groups {

    private record Group(String name, int leader, List<Integer> members) {}

    private record Post(int person, int part, String position) {}

    private static final List<Group> GROUPS = List.of(
            new Group("冷链行业组", 7, List.of(7, 13, 21, 28, 49)),
            new Group("年度展会筹备组", 8, List.of(8, 9, 15, 50)));
    private static final List<Post> POSTS = List.of(
            new Post(13, 7, "大客户协作"), new Post(9, 6, "海外项目顾问"), new Post(49, 10, "上线支持"));
    private static final int AWAY = 20;
    private static final int DAYS = 5;

    private final Staff staff;
    private final StoryIds ids;
    private final LocalDate today;

    Groups(Staff staff, StoryIds ids, LocalDate today) {
        this.staff = staff;
        this.ids = ids;
        this.today = today;
    }

    Chapter teams() {
        return new Chapter(TEAM, GROUPS.size(), group -> Tale.of(Draft.create(TEAM, ids.id("team", group, staff.begun()), Map.of())
                .in(staff.entered())
                .set(TEAM.name, GROUPS.get(group).name())
                .set(TEAM.leader, staff.ref(GROUPS.get(group).leader()))));
    }

    Chapter members() {
        int most = GROUPS.stream().mapToInt(group -> group.members().size()).sum();
        return new Chapter(TEAM_MEMBER, most, this::member);
    }

    private Tale member(int index) {
        int group = 0;
        int at = index;
        while (at >= GROUPS.get(group).members().size()) {
            at -= GROUPS.get(group++).members().size();
        }
        return Tale.of(Draft.create(TEAM_MEMBER, ids.id("team-member", index, staff.begun()), Map.of())
                .in(staff.entered())
                .set(TEAM_MEMBER.team, Ref.to(ids.id("team", group, staff.begun())))
                .set(TEAM_MEMBER.person, staff.ref(GROUPS.get(group).members().get(at))));
    }

    Chapter memberships() {
        return new Chapter(MEMBERSHIP, POSTS.size(), index -> {
            Post post = POSTS.get(index);
            return Tale.of(Draft.create(MEMBERSHIP, ids.id("membership", index, staff.begun()), Map.of())
                    .in(staff.entered())
                    .set(MEMBERSHIP.person, staff.ref(post.person()))
                    .set(MEMBERSHIP.department, Ref.to(staff.department(post.part())))
                    .set(MEMBERSHIP.position, post.position()));
        });
    }

    Chapter absences() {
        return new Chapter(ABSENCE, 1, index -> Tale.of(Draft.create(ABSENCE, ids.id("absence", index, staff.begun()), Map.of())
                .in(staff.entered())
                .set(ABSENCE.person, staff.ref(AWAY))
                .set(ABSENCE.firstDay, today.minusDays(1))
                .set(ABSENCE.lastDay, today.plusDays(DAYS))
                .set(ABSENCE.standIn, staff.ref(Staff.SELLER))
                .set(ABSENCE.reason, "年假")));
    }
}
