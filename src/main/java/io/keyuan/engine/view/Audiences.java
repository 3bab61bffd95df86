package io.keyuan.engine.view;

import io.keyuan.engine.Access;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Principals;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Right;
import io.keyuan.engine.api.Addressed;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who besides its owner has what somebody keeps: whether that is for the owner to say. */
@Component
public class Audiences {

    private static final int MOST_GROUPS = 50;

    private final Access access;
    private final Addressed addressed;
    private final Principals principals;

    Audiences(Access access, Addressed addressed, Principals principals) {
        this.access = access;
        this.addressed = addressed;
        this.principals = principals;
    }

    /**
     * What everybody has is set up by who sets up the object.
     *
     * @param was whether everybody had it before
     */
    public boolean everyone(ObjectType type, boolean was, @Nullable Boolean given) {
        boolean wanted = Boolean.TRUE.equals(given);
        if (wanted && !was && !access.may(Right.CONFIGURE, type)) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.at("everyone", "may-not-configure"));
        }
        return wanted;
    }

    /**
     * People one by one, and the groups one is in oneself; who sets up the object may name any.
     *
     * @param were who had it before
     */
    public Set<UUID> people(ObjectType type, Set<UUID> were, UUID owner, @Nullable List<@Nullable String> named) {
        List<@Nullable String> given = named == null ? List.of() : named;
        if (given.size() > MOST_GROUPS) {
            throw wrong("too-many", MOST_GROUPS);
        }
        Set<UUID> ids = new LinkedHashSet<>();
        given.forEach(text -> ids.add(id(text)));
        var known = principals.of(ids);
        Set<UUID> own = principals.including(Caller.current().person());
        for (UUID id : ids) {
            Principals.Principal principal = known.get(id);
            boolean kept = were.contains(id);
            if (principal == null && !kept) {
                throw wrong("unknown-reference");
            }
            boolean single = principal != null && principal.kind().equals(principals.kinds().iterator().next());
            if (!kept && !single && !own.contains(id) && !access.may(Right.CONFIGURE, type)) {
                throw Problem.of(ProblemKind.FORBIDDEN, Fault.at("sharedWith", "not-your-group"));
            }
        }
        ids.remove(owner);
        return ids;
    }

    private UUID id(@Nullable String text) {
        try {
            return addressed.id(text == null ? "" : text);
        } catch (Problem none) {
            throw wrong("unknown-reference");
        }
    }

    private static Problem wrong(String code, Object... args) {
        return Problem.of(ProblemKind.RULE_BROKEN, Fault.at("sharedWith", code, args));
    }
}
