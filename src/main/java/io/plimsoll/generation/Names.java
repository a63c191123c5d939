package io.plimsoll.generation;

/** Invented names. They take turns, and a number tells those apart that come round again. */
final class Names {

    private static final String[] BRAND_FIRST = {
        "青", "澄", "岚", "禾", "霁", "朗", "溪", "霖", "砚", "棠", "茗", "椿", "澜", "屿", "岫", "沐", "栖"
    };
    private static final String[] BRAND_SECOND = {
        "舟", "笺", "帆", "渡", "谷", "陌", "榭", "笙", "汀", "渚", "圃", "崖", "枫", "桥", "檐", "笛"
    };
    private static final String[] ITEM = {"（硬）", "（软）", "（细支）", "（中支）", "（金）", "（蓝）", "（红）", "（绿）", "（典藏）", "（短支）"};

    private static final String[] PLACE = {
        "青石", "柳林", "白石", "桃园", "石桥", "双河", "红崖", "松岭", "清水", "龙泉", "大坪", "马营", "杏花", "竹溪", "沙井", "盐池", "高岭"
    };
    private static final String[] VILLAGES = {"镇", "乡", "坝", "湾"};
    private static final String[] TOWN = {"街道", "新区", "路片区"};

    private static final String[] OWNER = {
        "李记", "王记", "张记", "刘记", "陈记", "杨记", "赵记", "黄记", "周记", "吴记", "徐记", "孙记", "马记", "朱记", "胡记", "郭记", "何记", "林记",
        "罗记", "高记"
    };
    private static final String[] WISH = {
        "惠民", "福临", "鑫源", "顺达", "和美", "永兴", "家和", "近邻", "诚信", "邻里", "四季", "丰穗", "便民", "同心", "喜临", "百顺"
    };
    private static final String[] TRADE = {"烟酒店", "便利店", "超市", "副食店", "商店", "小卖部", "食品店", "日用百货"};

    private Names() {}

    /** Every brand has another name: the lists are of coprime lengths, so all pairs come round. */
    static String brand(int brand) {
        return turn(brand, BRAND_FIRST, BRAND_SECOND);
    }

    static String item(int brand, int ofBrand) {
        return brand(brand) + ITEM[ofBrand % ITEM.length];
    }

    /** Every territory has another name, in the same way. */
    static String territory(int territory, boolean isTown) {
        return turn(territory, PLACE, isTown ? TOWN : VILLAGES);
    }

    private static String turn(int number, String[] first, String[] second) {
        int round = number / (first.length * second.length);
        String name = first[number % first.length] + second[number % second.length];
        return round == 0 ? name : name + (round + 1);
    }

    static String shop(Draws draws) {
        return (draws.happens(0.5) ? draws.oneOf(OWNER) : draws.oneOf(WISH)) + draws.oneOf(TRADE);
    }
}
