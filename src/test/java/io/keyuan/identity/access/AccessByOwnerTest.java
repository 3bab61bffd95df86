package io.keyuan.identity.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Capability;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Reach;
import io.keyuan.engine.Ref;
import io.keyuan.engine.Right;
import io.keyuan.identity.Department;
import io.keyuan.identity.Membership;
import io.keyuan.identity.User;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccessByOwnerTest {

    private static final Deal DEAL = new Deal();
    private static final DealLine LINE = new DealLine();
    private static final Note NOTE = new Note();

    private final Access access =
            new AccessByOwner(
                    new ObjectTypes(List.of(User.USER, Membership.MEMBERSHIP, Department.DEPARTMENT, DEAL, LINE, NOTE)));
    private final UUID me = UUID.randomUUID();

    private static final class Deal extends ObjectType {
        private Deal() {
            super("deal");
            text("name", 100).title();
            owned();
        }
    }

    private static final class DealLine extends ObjectType {
        private DealLine() {
            super("dealLine");
            text("name", 100).title();
            Attribute<Ref> deal = reference("deal", Deal.class);
            partOf(deal);
        }
    }

    private static final class Note extends ObjectType {
        private Note() {
            super("note");
            text("name", 100).title();
            can(Capability.TIMELINE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void administratorsMayEverything(Right right) throws Exception {
        for (ObjectType type : List.of(User.USER, Department.DEPARTMENT, DEAL, LINE, NOTE)) {
            assertThat(as(true, right, type)).isEqualTo(new Reach.Everything());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"READ", "EDIT", "DELETE", "EXPORT"})
    void othersReachWhatIsTheirsAndWhatIsPartOfIt(Right right) throws Exception {
        assertThat(as(false, right, DEAL)).isEqualTo(new Reach.OwnedBy(Set.of(me)));
        assertThat(as(false, right, LINE)).isEqualTo(new Reach.OwnedBy(Set.of(me)));
    }

    @ParameterizedTest
    @EnumSource(names = {"CREATE", "IMPORT"})
    void othersMayMakeRecordsForColleagues(Right right) throws Exception {
        assertThat(as(false, right, DEAL)).isEqualTo(new Reach.Everything());
    }

    @ParameterizedTest
    @EnumSource
    void whatAdministratorsKeepIsOnlyLookedAtByOthers(Right right) throws Exception {
        boolean looking = right == Right.READ || right == Right.EXPORT;

        assertThat(as(false, right, User.USER)).isEqualTo(looking ? new Reach.Everything() : new Reach.Nothing());
    }

    @ParameterizedTest
    @EnumSource
    void whatBelongsToNobodyIsEverybodys(Right right) throws Exception {
        assertThat(as(false, right, NOTE)).isEqualTo(new Reach.Everything());
    }

    @Test
    void nobodyWritesWhatTheProgramSets() throws Exception {
        var caller = new Caller(UUID.randomUUID(), me, true, Locale.ENGLISH, null);

        assertThat(caller.call(() -> access.mayWrite(User.USER.account))).isFalse();
        assertThat(caller.call(() -> access.mayWrite(User.USER.createdAt))).isFalse();
        assertThat(caller.call(() -> access.mayWrite(User.USER.administrator))).isTrue();
    }

    private Reach as(boolean administrator, Right right, ObjectType type) throws Exception {
        return new Caller(UUID.randomUUID(), me, administrator, Locale.ENGLISH, null).call(() -> {
            Reach reach = access.reach(right, type);
            assertThat(access.may(right, type)).isEqualTo(!(reach instanceof Reach.Nothing));
            return reach;
        });
    }
}
