// A device that a user pool tracks: for Cognito, this app as one user uses it. Types only.
// https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-device-tracking.html

/** All three in memory only; `password` is the device's own, drawn by this app and never sent. */
export interface Device {
  /** DeviceKey: `{region}_{uuid}`. */
  readonly key: string;
  /** DeviceGroupKey. */
  readonly groupKey: string;
  readonly password: string;
}
