package io.plimsoll.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;

/** A good cycle folder of four shops and four Skus, to be altered before it is written. */
final class SmallFolder {

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    SmallFolder() {
        put("cycle.csv", "cycle,seed,period,number,of\n2026-11-w2,seed 7,2026-11,2,4\n");
        put("policy/policy.csv", "name\nautumn\n");
        put("policy/floats.csv", "size_class,percent\nLARGE,10\nMEDIUM,7.5\nSMALL,15\n");
        put("policy/weights.csv", "size_class,weight\nLARGE,4\nMEDIUM,2\nSMALL,1\n");
        put("policy/balance.csv", "tier,rho\nTIER_4,0.95\n");
        put("policy/pacing.csv", "burst,reserve,exempt\n0.3,0.5,20\n");
        put(
                "policy/tier_ceilings.csv",
                "size_class,market_type,tier,ceiling\nLARGE,*,TIER_1,24.5\nLARGE,URBAN,TIER_1,\n");
        put(
                "policy/sku_ceilings.csv",
                "size_class,market_type,sku,ceiling\nSMALL,*,S1,3\nSMALL,RURAL,S1,0\nLARGE,*,S2,12\n");
        put("policy/alerts.csv", "code,parameter,value\nR5,headroom_multiple,3\nR9,surge_ratio,1.5\n");
        put("retailers.csv", """
                retailer,manager,size_class,market_type,status,agreed_total,granted_in_period,interval,name,key_account,licensed_since
                R1,CM1,LARGE,URBAN,ACTIVE,300,50,1,"Corner, east",TRUE,2001-05-30
                R2,CM1,SMALL,RURAL,ACTIVE,40,0,2,,false,
                R3,CM2,MEDIUM,URBAN,SUSPENDED,120,10,1,,,
                R4,CM2,SMALL,URBAN,ACTIVE,5,0,1,,,
                """);
        put("skus.csv", """
                sku,brand,tier,status,supply,forecast,price
                S1,Pine,TIER_1,SCARCE,10,,45.50
                S2,Pine,TIER_2,NORMAL,200,,
                S3,Oak,TIER_4,NORMAL,100,120.25,
                S4,Oak,TIER_5,OPEN,,,
                """);
        put("orders.csv", """
                retailer,rank,sku,demand
                R1,1,S1,8
                R1,2,S3,20
                R1,7,S2,15
                R2,1,S1,4
                R2,3,S4,6
                R3,1,S2,9
                """);
        put("submissions.csv", """
                retailer,channel,actor,submitted_at,at_most
                R1,SELF,R1,2026-11-09T09:10:11+08:00,30
                R2,ASSISTED,desk-3,2026-11-09T10:20:30.5+08:00,
                """);
    }

    /** All files by relative name. */
    Map<String, byte[]> files() {
        return files;
    }

    String text(String file) {
        return new String(files.get(file), StandardCharsets.UTF_8);
    }

    SmallFolder put(String file, String content) {
        files.put(file, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    SmallFolder put(String file, byte[] content) {
        files.put(file, content);
        return this;
    }

    /** Replaces the first place where a text stands, which must be there. */
    SmallFolder alter(String file, String from, String to) {
        String content = text(file);
        int at = content.indexOf(from);
        if (at < 0) {
            throw new IllegalArgumentException(file + " does not hold " + from);
        }
        return put(file, content.substring(0, at) + to + content.substring(at + from.length()));
    }

    SmallFolder without(String file) {
        files.remove(file);
        return this;
    }

    /** Writes everything into a folder, which is emptied of the files of before. */
    Path writeTo(Path folder) {
        try {
            Files.createDirectories(folder.resolve("policy"));
            for (String name : new SmallFolder().files.keySet()) {
                Files.deleteIfExists(folder.resolve(name));
            }
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    CycleInput read(Path folder) throws BadInput {
        return CycleFolder.read(writeTo(folder));
    }

    SortedMap<String, String> digests(Path folder) throws BadInput {
        return read(folder).digests();
    }
}
