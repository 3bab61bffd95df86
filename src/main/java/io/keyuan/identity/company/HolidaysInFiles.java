package io.keyuan.identity.company;

import io.keyuan.engine.configuration.ListedPart;
import io.keyuan.engine.configuration.Portable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Holidays, and days worked for them, by their dates. */
@Component
class HolidaysInFiles extends ListedPart<Holiday> {

    private final HolidayController controller;
    private final Holidays holidays;
    private final Portable portable;

    HolidaysInFiles(HolidayController controller, Holidays holidays, Portable portable) {
        this.controller = controller;
        this.holidays = holidays;
        this.portable = portable;
    }

    @Override
    public String name() {
        return "holidays";
    }

    @Override
    public Stage stage() {
        return Stage.COMPANY;
    }

    @Override
    protected List<Holiday> items() {
        return holidays.all();
    }

    @Override
    protected String key(Holiday item) {
        return item.day().toString();
    }

    @Override
    protected List<Map<String, Object>> contents(List<Holiday> items) {
        return portable.out(items, "day");
    }

    @Override
    protected void create(String key, Map<String, Object> content) {
        Map<String, Object> day = new LinkedHashMap<>(content);
        day.put("day", key);
        controller.put(new HolidayController.Days(List.of(portable.body(day, HolidayController.Given.class))));
    }

    @Override
    protected void replace(Holiday item, Map<String, Object> content) {
        create(key(item), content);
    }

    @Override
    protected void delete(Holiday item) {
        controller.remove(item.day().toString());
    }
}
