/** Tables that every profile may use without declaring them: OID of the row by name. */
export const BUILT_IN_TABLES: Readonly<Record<string, string>> = {
  /** ENTITY-MIB entPhysicalEntry; RFC 6933. */
  entity: '1.3.6.1.2.1.47.1.1.1.1',
  /** entAliasMappingEntry: which entity is which interface. */
  entAlias: '1.3.6.1.2.1.47.1.3.2.1',
  if: '1.3.6.1.2.1.2.2.1',
  ifX: '1.3.6.1.2.1.31.1.1.1',
  hrDevice: '1.3.6.1.2.1.25.3.2.1',
  hrStorage: '1.3.6.1.2.1.25.2.3.1',
  hrProcessor: '1.3.6.1.2.1.25.3.3.1',
  /** ENTITY-SENSOR-MIB entPhySensorEntry; RFC 3433. */
  entSensor: '1.3.6.1.2.1.99.1.1.1',
};
