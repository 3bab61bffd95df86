package io.keyuan.engine.sample;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.AttributeRight;
import io.keyuan.engine.Caller;
import io.keyuan.engine.ChoiceList;
import io.keyuan.engine.ChoiceLists;
import io.keyuan.engine.Ids;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Reach;
import io.keyuan.engine.Right;
import io.keyuan.engine.TenantSettings;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who is who in the sample business, and who may what; a test changes it as it needs. */
public final class SampleWorld implements Access, ChoiceLists, TenantSettings {

    public static final ObjectTypes TYPES =
            new ObjectTypes(List.of(Person.PERSON, Account.ACCOUNT, Deal.DEAL, DealLine.DEAL_LINE));

    public final UUID tenant = Ids.next();
    public final UUID me = Ids.next();
    public final Map<ObjectType, Reach> reaches = new HashMap<>();
    public final Set<Attribute<?>> hidden = new HashSet<>();

    public Caller caller() {
        return new Caller(tenant, me, false, Locale.ENGLISH, null);
    }

    /** What a new tenant begins with. */
    @Override
    public ChoiceList of(Attribute<?> attribute) {
        return ChoiceList.first(attribute);
    }

    @Override
    public boolean may(Right right, ObjectType type) {
        return !(reach(right, type) instanceof Reach.Nothing);
    }

    @Override
    public Reach reach(Right right, ObjectType type) {
        return reaches.getOrDefault(type, new Reach.Everything());
    }

    @Override
    public AttributeRight right(Attribute<?> attribute) {
        return hidden.contains(attribute) ? AttributeRight.HIDDEN : AttributeRight.WRITE;
    }

    @Override
    public ZoneId zone() {
        return ZoneId.of("Asia/Shanghai");
    }

    @Override
    public String baseCurrency() {
        return "CNY";
    }
}
