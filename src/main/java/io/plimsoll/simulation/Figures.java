package io.plimsoll.simulation;

/**
 * What is measured of a week among all shops or those of one class. All but {@code fillOfAll} is over SCARCE Skus.
 *
 * @param inflation cartons reported for each carton wanted
 * @param fill share of the cartons wanted that were granted to whoever wanted them
 * @param fillOfAll the same over all Skus
 * @param unwanted share of the cartons granted that their shop did not want
 * @param inequality Gini coefficient of the fill rates of the shops that wanted something
 * @param inequalitySoFar the same, of the shops' fill rates over all weeks up to this one
 */
public record Figures(
        double inflation, double fill, double fillOfAll, double unwanted, double inequality, double inequalitySoFar) {}
