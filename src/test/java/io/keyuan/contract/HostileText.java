package io.keyuan.contract;

import java.util.LinkedHashMap;
import java.util.Map;

/** Text that people paste, machines send and attackers try, by what it is; as JSON writes it, since not all of it is Unicode. */
final class HostileText {

    private HostileText() {}

    static Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("SQL", "\"Robert'); drop table customer; --\"");
        all.put("HTML", "\"<script>alert(1)</script><img src=x onerror=alert(2)>\"");
        all.put("marks from right to left", "\"\\u202egpj.exe \\u2067שלום\\u2069\"");
        all.put("emoji", "\"👩‍👩‍👧‍👦 𠮷野家\"");
        all.put("wildcards", "\"100% _ \\\\ * ?\"");
        all.put("templates", "\"${jndi:ldap://x} {{7*7}} #{7*7} %s %n\"");
        all.put("a formula", "\"=cmd|' /C calc'!A0\"");
        all.put("separators of pages", "\"one\\u001ftwo\\u0001three\"");
        all.put("invisible characters", "\"\\u200b\\ufeffzero\\u00ad width\\u2028line\"");
        all.put("NUL", "\"before\\u0000after\"");
        all.put("half of a character", "\"before \\ud83d after\"");
        all.put("the other half", "\"\\udc00\"");
        all.put("no character of Unicode", "\"\\uffff\\ufffe\"");
        all.put("ten thousand characters", "\"" + "长".repeat(10_000) + "\"");
        return all;
    }
}
